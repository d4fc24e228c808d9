/**
 * A fraction without trailing zeros: equal ones are the same text, and their order is that of the text. No regular expression:
 * one anchored at the end would try every zero of a long fraction.
 */
export function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}
