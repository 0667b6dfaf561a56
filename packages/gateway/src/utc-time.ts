const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/**
 * Milliseconds since 1970 of a time in UTC (RFC 3339, offset `Z`), cut to them; undefined for every other
 * text and for days and hours that there are not. A leap second has no millisecond of its own, so there is
 * none either.
 */
export function utcTime(text: string): number | undefined {
  if (!form.test(text)) return undefined;
  const [, fraction = ""] = text.slice(0, -1).split(".");
  const seconds = `${text.slice(0, 19)}.000Z`;
  const time = Date.parse(seconds);
  if (Number.isNaN(time) || new Date(time).toISOString() !== seconds) return undefined;
  return time + Number(fraction.padEnd(3, "0").slice(0, 3));
}
