export interface MessageField {
  /** bytes, string, bool, uint32, uint64 or the name of a message. */
  readonly type: string;
  readonly isMessage: boolean;
  readonly isList: boolean;
  /** One of its message's alternatives: exactly one of them is there. */
  readonly isChoice: boolean;
}
/** By message, by field as JSON names it, in the order of the field numbers. */
export const messageFields: Readonly<Record<string, Readonly<Record<string, MessageField>>>>;
