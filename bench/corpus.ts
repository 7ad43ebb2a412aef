// Posts to measure with: a folder or archive given as argument, the shared stream when it is there, else made-up ones.
import { readPosts } from "../src/adapters/sources/posts.ts";
import type { Post } from "../src/ports/source-reader.ts";
import { sharedPath } from "../test/shared.ts";

/** The corpus: real posts say more about real speed than made-up ones, which stand in for "". */
export const corpusPath: string = process.argv[2] ?? sharedPath("corpus", "stream-2023-10.tar.gz") ?? "";

/** So many posts, oldest first. */
export async function benchPosts(count: number, path: string = corpusPath): Promise<readonly Post[]> {
  if (path === "") return Array.from({ length: count }, (_, index) => madeUpPost(index));
  const posts: Post[] = [];
  for await (const reading of readPosts(path)) {
    if (reading.state === "read") posts.push(reading.post);
    if (posts.length === count) break;
  }
  return posts.sort((a, b) => a.publishedAt - b.publishedAt);
}

const places = ["高雄", "臺北", "大阪", "首爾", "倫敦", "臺南", "香港", "柏林"];
const subjects = ["捷運新線", "智慧城市展", "圖書館", "颱風警報", "科技園區", "棒球賽", "選舉", "物價"];
const filler = "市府表示，相關計畫將分三期推動，第一期工程預計在年底前完成，居民對交通與環境的影響也表達關心。";

function madeUpPost(index: number): Post {
  const title = `${places[index % 8]}${subjects[Math.floor(index / 8) % 8]}第${index}號消息公布`;
  const paragraph = `<p>${title}。${filler}</p>`;
  return {
    title,
    url: `https://news.example/${index}`,
    publishedAt: Date.UTC(2023, 9, 1) + index * 60_000,
    author: null,
    categories: [],
    tags: [],
    body: paragraph.repeat(8),
  };
}
