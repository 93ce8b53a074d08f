// @ts-check

/**
 * Records as CSV (RFC 4180, CRLF). A text that a spreadsheet would take for a formula gets an apostrophe before it.
 * @param {readonly (readonly (string | number | null)[])[]} records the first is the header; null is an empty field
 * @returns {string}
 */
export function toCsv(records) {
  return records.map(record => record.map(field).join(",") + "\r\n").join("");
}

/** @param {string | number | null} value */
function field(value) {
  if (value === null) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
