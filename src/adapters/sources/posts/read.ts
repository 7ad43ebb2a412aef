// One Jekyll post of either dialect.
import { decodeText } from "../../../language/decode.ts";
import { readInstant } from "../../../language/instant.ts";
import { decodeReferences } from "../../../language/markup.ts";
import type { Post, PostReading } from "../../../ports/source-reader.ts";
import { type BodyReading, readBody } from "./body.ts";
import { type FrontMatter, readFrontMatter, splitPost } from "./front-matter.ts";

/** The post, or why it is refused, in one sentence. `file` is its path, whose date is taken when the post has none. Never throws. */
export function readPost(file: string, bytes: Uint8Array): PostReading {
  const parts = splitPost(decodeText(bytes, null));
  if (parts === null)
    return { state: "refused", file, reason: "No front matter: a post begins with a block between --- lines." };
  const fields = readFrontMatter(parts.frontMatter);
  const { text, kept } = splitKept(parts.body);
  const body = readBody(text);
  const title = oneLine(decodeReferences(textIn(fields, "title") || (body.headline?.title ?? "")));
  if (title === "" && body.html === "") return { state: "refused", file, reason: "Neither a title nor a body." };
  const publishedAt = timeOf(textIn(fields, "date"), body.commentAt, file);
  if (publishedAt === null)
    return {
      state: "refused",
      file,
      reason: "No date: neither a `date:` that can be read nor one in the file's name.",
    };
  return {
    state: "read",
    file,
    post: { title, publishedAt, body: body.html, ...namesOf(fields), url: urlOf(fields, body) },
    ...(kept === undefined ? {} : { kept }),
  };
}

/** What an export wrote behind the post is no part of it. */
function splitKept(text: string): { readonly text: string; readonly kept: string | undefined } {
  const start = text.lastIndexOf("\n<!--lede {");
  const [, kept] = start < 0 ? [] : (/^\n<!--lede (\{[\s\S]*\})-->\s*$/.exec(text.slice(start)) ?? []);
  return kept === undefined ? { text, kept } : { text: text.slice(0, start + 1), kept };
}

/**
 * The date wins over the comment. They differ where a publisher claimed a time still to come, hours ahead by a wrong zone: the
 * comment repeats the claim, the date is when the post arrived, to the millisecond. The comment serves when the date is missing
 * or tells the day alone.
 */
function timeOf(date: string, commentAt: number | null, file: string): number | null {
  const at = readInstant(date);
  const isExact = /\d[:時点點]\d|T\d/.test(date);
  if (at !== null && isExact) return at;
  return commentAt ?? at ?? readInstant(/(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(file)?.[1] ?? "");
}

/** The posts carry the publisher's name in `tags` as well; tags that say nothing else are none. */
function namesOf(fields: FrontMatter): Pick<Post, "author" | "categories" | "tags"> {
  const author = oneLine(textIn(fields, "author")) || null;
  const categories = [...listIn(fields, "categories"), ...listIn(fields, "category")];
  const tags = listIn(fields, "tags");
  const isPublisher = tags.every((tag) => tag === author || categories.includes(tag));
  return { author, categories, tags: isPublisher ? [] : tags };
}

function urlOf(fields: FrontMatter, { headline }: BodyReading): string | null {
  const addresses = [textIn(fields, "from"), textIn(fields, "link"), headline?.url ?? ""].map((address) =>
    address.trim(),
  );
  return addresses.find((address) => /^https?:\/\//i.test(address) && URL.canParse(address)) ?? null;
}

function textIn(fields: FrontMatter, name: string): string {
  const value = fields.get(name) ?? "";
  return typeof value === "string" ? value : value.join(", ");
}

function listIn(fields: FrontMatter, name: string): readonly string[] {
  const value = fields.get(name) ?? [];
  const list = typeof value === "string" ? [value] : value;
  return list.map(oneLine).filter((entry) => entry !== "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
