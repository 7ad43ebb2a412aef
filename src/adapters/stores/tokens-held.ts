// Whether an article's tokens hold a phrase, as the databases judge it.
import type { TokenPhrase } from "../../language/tokens.ts";

/** Where each token stands. */
export type Places = ReadonlyMap<string, readonly number[]>;

export function placesOf(tokens: readonly string[]): Places {
  const places = new Map<string, number[]>();
  for (const [place, token] of tokens.entries()) {
    const known = places.get(token);
    if (known) known.push(place);
    else places.set(token, [place]);
  }
  return places;
}

/** `places`: of these tokens. */
export function holds({ tokens: wanted, endsOpen }: TokenPhrase, tokens: readonly string[], places: Places): boolean {
  const [first] = wanted;
  if (first === undefined) return false;
  if (endsOpen && wanted.length === 1) return tokens.some((token) => token.startsWith(first));
  const last = wanted.length - 1;
  return (places.get(first) ?? []).some((place) =>
    wanted.every((token, index) => {
      const there = tokens[place + index];
      return there === token || (endsOpen && index === last && there?.startsWith(token));
    }),
  );
}

/** Whether a headline's tokens begin with these; `isOpen`: the last may go on. */
export function begins(headline: readonly string[], tokens: readonly string[], isOpen: boolean): boolean {
  return tokens.every((token, index) => {
    const own = headline[index] ?? "";
    return isOpen && index === tokens.length - 1 ? own.startsWith(token) : own === token;
  });
}
