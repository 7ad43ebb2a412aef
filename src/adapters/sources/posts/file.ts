// One file that may be a post, before it is read.

/** `file` is its path inside the folder or archive; `bytes` its content, or why there is none, as one sentence. */
export interface PostFile {
  readonly file: string;
  readonly bytes: Uint8Array | string;
}

/** The longest article in the wild is a hundredth of this. */
const largestFileBytes = 2 * 1024 * 1024;

/** Why a file is not even opened, or null. */
export function refusalOf(file: string, size: number): string | null {
  if (!/\.(?:md|markdown|html?)$/i.test(file)) return "Not a post: its name does not end in .md, .markdown or .html.";
  if (size > largestFileBytes) return `Too large for a post: ${size} bytes, ${largestFileBytes} at most.`;
  return null;
}

/** Whether a path goes through a hidden file or folder, such as .git or macOS's `._` files: nobody means those as posts. */
export function isHidden(file: string): boolean {
  return file.split("/").some((part) => part.startsWith(".") && part !== "." && part !== "..");
}
