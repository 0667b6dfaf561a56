/** XML Schema dateTimeStamp, as VC Data Model 2.0 section 4.9 wants it: with a time zone. */
const dateTimeStamp =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Milliseconds since 1970 of a dateTimeStamp; undefined for any other value. */
export function parseDateTime(value: unknown): number | undefined {
  if (typeof value !== "string" || !dateTimeStamp.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) || !isDay(value.slice(0, "2026-01-01".length)) ? undefined : time;
}

/** Date.parse takes 30 February for 2 March, so a credential would be valid for longer than it says. */
function isDay(day: string): boolean {
  return new Date(Date.parse(day)).toISOString().startsWith(day);
}

/** The second of a time, in UTC. */
export function formatDateTime(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, "2026-01-01T00:00:00".length)}Z`;
}
