// Checks the ledes of 300 posts over all publishers by rules, and prints the share that pass and those that do not.
// Usage: node bench/ledes.ts POSTS [--all]: POSTS is a folder or archive of posts; --all prints every lede, to read by eye.
import { readPosts } from "../src/adapters/sources/posts.ts";
import { createExtractiveSummarizer } from "../src/adapters/summarizers/extractive.ts";
import { extractPost } from "../src/collect/from-post.ts";
import { hasBalancedBrackets } from "../src/language/brackets.ts";
import { ledeLimit } from "../src/language/lede.ts";
import { ledeText } from "../src/language/lede-text.ts";
import type { Post } from "../src/ports/source-reader.ts";
import type { Extract, Summary } from "../src/records/article.ts";

const sampleSize = 300;

// Written apart from the rules that strip them, so that a gap there shows here.
const newsroomForms: Readonly<Record<string, RegExp>> = {
  dateline:
    /^[（(【〔[][^）)】〕\]]{0,60}(?:電|电|訊|讯|報導|报道|中文網|中文网|特稿)[）)】〕\]]|^路透|中央社記者|^[A-Z ,.]{3,40}\((?:AP|AFP|Reuters)\)|^\(\S{2,12}=\S{2,12}\)/,
  "sign-off": /[（(](?:編輯|编辑|譯者|译者|核稿|完)[：:）)]|(?:责编|責編|编辑|翻译|作者)\s*[：:]|\d{7}$|更多RSS/,
  notice: /©|版权|版權|图像来源|圖取自|All rights reserved|first appeared on/,
  date: /^(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}|\d+ 分钟前)/,
};

interface Checked {
  readonly publisher: string;
  readonly headline: string;
  readonly lede: string;
  readonly failures: readonly string[];
}

function check(extract: Extract, summary: Summary): readonly string[] {
  const lede = ledeText(summary);
  const forms = Object.entries(newsroomForms).flatMap(([name, form]) => (form.test(lede) ? [name] : []));
  const isVerbatim = summary.lede.every(({ text, start, end }) => extract.text.slice(start, end) === text);
  return [
    ...forms,
    ...(lede === "" && extract.text.length > 40 ? ["empty"] : []),
    ...(lede.length > ledeLimit(summary.language) ? ["length"] : []),
    ...(hasBalancedBrackets(lede) ? [] : ["brackets"]),
    ...(isVerbatim ? [] : ["not verbatim"]),
    ...(endsWell(extract.text, summary) ? [] : ["end"]),
  ];
}

/** A lede ends with a sentence's or clause's mark, before an English conjunction, or with its paragraph. */
function endsWell(text: string, { lede }: Summary): boolean {
  const last = lede.at(-1);
  if (last === undefined || /[。！？!?.…，；,;」』”"）)】]$/.test(last.text)) return true;
  return /^(?:\n|$| (?:and|but|while|as|after|before|because|which|who|where|when|although|though|since|until|with) )/.test(
    text.slice(last.end),
  );
}

/** As many posts of each publisher as there are of every other, spread evenly over each one's own. */
function sample(posts: readonly Post[]): readonly Post[] {
  const publishers = [...Map.groupBy(posts, publisherOf).values()].sort((one, other) => one.length - other.length);
  const chosen: Post[] = [];
  for (const [index, own] of publishers.entries()) {
    const share = Math.min(own.length, Math.ceil((sampleSize - chosen.length) / (publishers.length - index)));
    chosen.push(
      ...own.filter((_, at) => Math.floor((at * share) / own.length) !== Math.floor(((at - 1) * share) / own.length)),
    );
  }
  return chosen;
}

const publisherOf = (post: Post): string => post.author ?? post.categories[0] ?? "unknown";

async function main([path, option]: readonly string[]): Promise<void> {
  if (path === undefined) throw new Error("usage: ledes.ts POSTS [--all]");
  const posts: Post[] = [];
  for await (const reading of readPosts(path)) if (reading.state === "read") posts.push(reading.post);
  const summarizer = createExtractiveSummarizer();
  const checked: Checked[] = [];
  for (const post of sample(posts)) {
    const extract = extractPost(post);
    const summary = await summarizer.summarize(extract, { useEditorTags: true });
    const { headline } = summary;
    checked.push({
      publisher: publisherOf(post),
      headline,
      lede: ledeText(summary),
      failures: check(extract, summary),
    });
  }
  const failed = checked.filter(({ failures }) => failures.length > 0);
  for (const { publisher, headline, lede, failures } of option === "--all" ? checked : failed) {
    console.log(`${publisher}: ${headline} [${failures.join(", ")}]\n  ${lede}`);
  }
  console.log(`${checked.length - failed.length} of ${checked.length} ledes pass`);
}

await main(process.argv.slice(2));
