// What LINE's Messaging API reference allows in messages, as a check: one sentence for each thing it would refuse.
import { Buffer } from "node:buffer";

type Shape = Readonly<Record<string, unknown>>;

/** Everything in the messages of one call that LINE refuses; empty when they are sound. */
export function lineProblems(messages: unknown): readonly string[] {
  const list = asList(messages);
  const count = list.length < 1 || list.length > 5 ? [`${list.length} messages, 1 to 5 are taken`] : [];
  return [...count, ...list.flatMap((message, index) => messageProblems(asShape(message)).map(at(`message ${index}`)))];
}

const at = (place: string) => (problem: string) => `${place}: ${problem}`;
const asShape = (value: unknown): Shape => (typeof value === "object" && value !== null ? { ...value } : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function messageProblems(message: Shape): readonly string[] {
  return [...bodyProblems(message), ...quickReplyProblems(asShape(message.quickReply))];
}

function bodyProblems(message: Shape): readonly string[] {
  if (message.type === "text") return textProblems("text", message.text, 5000);
  if (message.type === "image") return ["originalContentUrl", "previewImageUrl"].flatMap(imageProblems(message));
  if (message.type !== "flex") return [`a message of type ${String(message.type)}`];
  return [...textProblems("altText", message.altText, 1500), ...flexProblems(asShape(message.contents))];
}

const imageProblems = (message: Shape) => (name: string) => addressProblems(name, message[name], 2000, /^https:/);

/** Lengths are UTF-16 units. An unpaired surrogate can't be sent as UTF-8. */
function textProblems(name: string, text: unknown, limit: number): readonly string[] {
  if (typeof text !== "string" || text.trim() === "") return [`${name} is empty`];
  if (!text.isWellFormed()) return [`${name} is not well-formed`];
  return text.length > limit ? [`${name} has ${text.length} units, ${limit} are taken`] : [];
}

function quickReplyProblems({ items }: Shape): readonly string[] {
  if (items === undefined) return [];
  const list = asList(items);
  const count = list.length < 1 || list.length > 13 ? [`${list.length} quick replies, 1 to 13 are taken`] : [];
  return [...count, ...list.flatMap((item) => actionProblems(asShape(asShape(item).action), 20))];
}

function actionProblems(action: Shape, labelLimit: number): readonly string[] {
  const label = textProblems("label", action.label, labelLimit);
  if (action.type === "message") return [...label, ...textProblems("action text", action.text, 300)];
  if (action.type === "uri") return [...label, ...addressProblems("uri", action.uri, 1000, /^https?:/)];
  if (action.type === "postback") return [...label, ...textProblems("postback data", action.data, 300)];
  return [...label, `an action of type ${String(action.type)}`];
}

function addressProblems(name: string, address: unknown, limit: number, scheme: RegExp): readonly string[] {
  if (typeof address !== "string" || !URL.canParse(address)) return [`${name} is no address`];
  return [
    ...(address.length > limit ? [`${name} has ${address.length} characters, ${limit} are taken`] : []),
    ...(scheme.test(address) ? [] : [`${name} has another scheme than ${scheme}`]),
    ...(/[^\x21-\x7e]|["<>\\^`{|}]|%(?![\da-f]{2})/i.test(address) ? [`${name} is not percent-encoded`] : []),
  ];
}

function flexProblems(container: Shape): readonly string[] {
  if (container.type === "bubble") return bubbleProblems(container);
  if (container.type !== "carousel") return [`a Flex container of type ${String(container.type)}`];
  const bubbles = asList(container.contents).map(asShape);
  const sizes = new Set(bubbles.map((bubble) => bubble.size ?? "mega"));
  return [
    ...(bubbles.length < 1 || bubbles.length > 12 ? [`${bubbles.length} bubbles, 1 to 12 are taken`] : []),
    ...(sizes.size > 1 ? ["bubbles of several widths"] : []),
    ...sizeProblems("carousel", container, 50),
    ...bubbles.flatMap((bubble, index) => bubbleProblems(bubble).map(at(`bubble ${index}`))),
  ];
}

function bubbleProblems(bubble: Shape): readonly string[] {
  const blocks = [bubble.header, bubble.hero, bubble.body, bubble.footer].filter((block) => block !== undefined);
  const type = bubble.type === "bubble" ? [] : ["not a bubble"];
  return [...type, ...sizeProblems("bubble", bubble, 30), ...blocks.flatMap((block) => partProblems(asShape(block)))];
}

function sizeProblems(name: string, json: Shape, limitKb: number): readonly string[] {
  const kb = Buffer.byteLength(JSON.stringify(json)) / 1000;
  return kb > limitKb ? [`the ${name} has ${kb} KB, ${limitKb} are taken`] : [];
}

/** Whatever can be tapped has an action: a button must, the others may. */
function partProblems(part: Shape): readonly string[] {
  const isTappable = part.type === "button" || part.action !== undefined;
  return [...ownProblems(part), ...(isTappable ? actionProblems(asShape(part.action), 40) : [])];
}

function ownProblems(part: Shape): readonly string[] {
  if (part.type === "text") return textProblems("Flex text", part.text, Number.POSITIVE_INFINITY);
  if (part.type === "image") return addressProblems("image", part.url, 2000, /^https:/);
  if (part.type === "button" || part.type === "separator") return [];
  if (part.type !== "box") return [`a component of type ${String(part.type)}`];
  return asList(part.contents).flatMap((inner) => partProblems(asShape(inner)));
}
