// Messages that no correct replica would sign now: made by hand, or said before and sent again.
import {
  type ConsensusMessage,
  decodeNewViewBody,
  decodeSuspectBody,
  decodeViewChangeBody,
  emptyProposal,
  type NewViewEntry,
  proposalDigest,
  type SignedBody,
  type ViewChangeBody,
} from "@cartorio/protocol";
import { newViewContent } from "../src/new-view-rules.ts";
import {
  checkpoint,
  fill,
  newView,
  prePrepare,
  proposalBytes,
  suspect,
  viewChange,
  vote,
} from "./builders.ts";
import { describeMessage, digestNamed, heightOf, kindOf } from "./lab-describe.ts";
import { labWallMs } from "./lab-keys.ts";
import { post } from "./lab-network.ts";
import { type Lab, print } from "./lab-state.ts";
import { indices, number, type Options, parseIndices } from "./script-words.ts";

/** inject KIND by I [via I] [view V] [height LIST] [late MS] [of NAME] [from LIST] [entries H:NAME,..] to LIST */
export function inject(lab: Lab, kind: string, options: Options): void {
  const by = number(options, "by");
  const from = number(options, "via", by);
  for (const height of parseIndices(options.get("height") ?? defaultHeight(kind))) {
    const message = handMade(lab, kind, new Map([...options, ["height", String(height)]]));
    print(lab, `${by}> inject ${describeMessage(lab, message)}`);
    post(lab, { from, to: recipients(options), message });
  }
}

/** replay KIND [by I] [view V] [height H] to LIST: the oldest such message, from its author again. */
export function replay(lab: Lab, kind: string, options: Options): void {
  const fits = (key: string, value: number | undefined): boolean =>
    !options.has(key) || number(options, key) === value;
  const message = lab.said.find(
    (said) =>
      kindOf(said) === kind &&
      fits("by", authorOf(said)) &&
      fits("view", viewOf(said)) &&
      fits("height", heightOf(said)),
  );
  const from = message && authorOf(message);
  if (message === undefined || from === undefined) throw new Error(`no ${kind} was ever sent`);
  print(lab, `${from}> replay ${describeMessage(lab, message)}`);
  post(lab, { from, to: recipients(options), message });
}

/** Of a Suspect the height is the S that it names. */
function defaultHeight(kind: string): string {
  return kind === "suspect" ? "0" : "1";
}

function recipients(options: Options): "all" | number[] {
  return options.get("to") === "all" ? "all" : indices(options, "to");
}

function handMade(lab: Lab, kind: string, options: Options): ConsensusMessage {
  const by = number(options, "by");
  const view = number(options, "view", 0);
  const height = number(options, "height", 1);
  switch (kind) {
    case "prePrepare":
      return prePrepare(otherProposal(lab, { height, by, lateMs: number(options, "late", 0) }), {
        view,
        validator: by,
      });
    case "prepare":
    case "commit": {
      const digest = digestNamed(lab, options.get("of") ?? "");
      return vote(by, { kind: kind === "prepare" ? 2 : 3, view, height, digest });
    }
    case "checkpoint":
      return checkpoint(by, height, fill(255));
    case "suspect":
      return suspect(by, { view, certified: height });
    case "viewChange":
      return viewChange(by, { view });
    case "newView": {
      const viewChanges = saidViewChanges(lab, { view, from: indices(options, "from") });
      const entries = namedEntries(lab, options.get("entries")) ?? contentOf(viewChanges);
      return newView(view, viewChanges, { entries, validator: by });
    }
    default:
      throw new Error(`no ${kind} is made by hand`);
  }
}

/** Differs from what a replica of the lab proposes now: its time is another. */
function otherProposal(
  lab: Lab,
  place: { readonly height: number; readonly by: number; readonly lateMs: number },
): Uint8Array {
  const time = labWallMs + lab.nowMs + 1 - place.lateMs;
  return proposalBytes(place.height, { time, proposer: place.by });
}

function saidViewChanges(
  lab: Lab,
  wanted: { readonly view: number; readonly from: readonly number[] },
): SignedBody[] {
  return wanted.from.map((validator) => {
    const said = lab.said.find(
      (message) =>
        message.kind === "viewChange" &&
        message.value.validator === validator &&
        viewOf(message) === wanted.view,
    );
    if (said?.kind !== "viewChange") throw new Error(`no ViewChange of ${validator} was sent`);
    return said.value;
  });
}

function contentOf(viewChanges: readonly SignedBody[]): readonly NewViewEntry[] {
  const bodies = viewChanges.map(({ body }): ViewChangeBody => {
    const decoded = decodeViewChangeBody(body);
    if (!decoded.ok) throw new Error("a ViewChange of the lab does not decode");
    return decoded.value;
  });
  return newViewContent(bodies, { epoch: 0, base: 0 }).entries;
}

/** 1:P2,2:P3 */
function namedEntries(lab: Lab, text: string | undefined): NewViewEntry[] | undefined {
  return text?.split(",").map((entry) => {
    const [height = "", named = ""] = entry.split(":");
    const empty = proposalDigest(emptyProposal(0, Number(height)));
    const digest = named === "empty" ? empty : digestNamed(lab, named);
    return { height: Number(height), proposalDigest: digest };
  });
}

function authorOf(message: ConsensusMessage): number | undefined {
  return message.kind === "status" || message.kind === "certificate"
    ? undefined
    : message.value.validator;
}

function viewOf(message: ConsensusMessage): number | undefined {
  switch (message.kind) {
    case "prePrepare":
    case "vote":
      return message.value.view;
    case "suspect":
    case "viewChange":
    case "newView": {
      const { body } = message.value;
      const decoders = {
        suspect: decodeSuspectBody,
        viewChange: decodeViewChangeBody,
        newView: decodeNewViewBody,
      };
      const decoded = decoders[message.kind](body);
      return decoded.ok ? decoded.value.view : undefined;
    }
    default:
      return undefined;
  }
}
