import type { AccreditationRecord, SuspensionInterval } from "@cartorio/protocol";

/** The suspension of the accreditation itself that holds now. */
export function openSuspension({
  suspensions,
}: AccreditationRecord): SuspensionInterval | undefined {
  const last = suspensions.at(-1);
  return last?.to === 0 ? last : undefined;
}
