// Reads feeds: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed.
import { decodeText } from "../../language/decode.ts";
import type { FeedReader } from "../../ports/source-reader.ts";
import { documentBase } from "./feed/document-base.ts";
import { readJsonFeed } from "./feed/json.ts";
import { readXmlFeed } from "./feed/xml.ts";

/** Told apart by the first character: servers mislabel the type too often. Time and memory are linear in the body's size. */
export const readFeed: FeedReader = (body) => {
  const text = decodeText(body.bytes, body.contentType);
  const url = documentBase(body);
  return /^\s*\{/.test(text) ? readJsonFeed(text, url) : readXmlFeed(text, url);
};
