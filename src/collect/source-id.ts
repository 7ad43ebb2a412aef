// What an added source is called by: its host in short.
import { getDomainWithoutSuffix } from "tldts";

const longest = 40;

/** Such as `cna` for www.cna.com.tw, `cna-2` when that is taken; `[a-z0-9-]{1,40}`, as every source's id. */
export function sourceIdOf(url: string, taken: ReadonlySet<string>): string {
  const host = URL.parse(url)?.hostname ?? "";
  // A blog's own name stands before the host of all blogs, which tldts knows as a private domain.
  const name = getDomainWithoutSuffix(host, { allowPrivateDomains: true }) ?? host;
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-|-$/g, "");
  const base = plain || "source";
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : `-${number}`;
    const id = base.slice(0, longest - ending.length) + ending;
    if (!taken.has(id)) return id;
  }
}
