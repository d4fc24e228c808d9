/** The sentence that says that a component is deprecated, if there is one. */
export function deprecationOf(text: string): string | undefined {
  if (!/deprecated/i.test(text)) return undefined;
  const [sentence] =
    /(?:^|(?<=[.!?\n]\s*))\W{0,3}(?:deprecated\b|this\b[^.\n]{0,60}\b(?:is|has been|was) deprecated\b)[^.\n]*\.?/i.exec(
      text,
    ) ?? [];
  return sentence?.trim();
}
