// Tokens of a text where the endpoint does not count them.

/** An estimate on the high side: a token a character of Chinese, Japanese or Korean, one for three of the others. */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/g)?.length ?? 0;
  return wide + Math.ceil((text.length - wide) / 3);
}
