// What a page asks, read from a body that may be anything.

const longestQuestion = 500;
// Every character may be escaped, at six bytes each, and a locale stands beside them.
const bodyLimitBytes = 16 * 1024;

/** What may be asked, for whom it was refused. */
export const questionRule = `Send {"text", "locale"} as JSON; the text holds 1 to ${longestQuestion} characters.`;

/** The question, its text trimmed; null for a body that holds none, and for one that is too large, of which no more is read. */
export async function readQuestion(request: Request): Promise<{ text: string; locale: string } | null> {
  try {
    const { text, locale } = JSON.parse(await readBody(request)) as { text?: unknown; locale?: unknown };
    if (typeof text !== "string" || typeof locale !== "string") return null;
    return text.trim().length > 0 && text.length <= longestQuestion ? { text: text.trim(), locale } : null;
  } catch {
    // Not JSON: the caller is told what to send.
    return null;
  }
}

async function readBody(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > bodyLimitBytes) return "";
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
