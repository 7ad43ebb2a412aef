// The addresses of bench/round.ts: a host of its own for each, as turns are taken by host.

/** `count` addresses in 127.0.0.0/8, 16 million at most. */
export function roundUrls(count: number, port: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const [high, middle, low] = [(index >> 16) + 1, (index >> 8) & 255, index & 255];
    return `http://127.${high}.${middle}.${low}:${port}/feed`;
  });
}
