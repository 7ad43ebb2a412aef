// A chat command: written once, for every platform. One file each in commands/, named after the command.
import type { Channel, Localized } from "../records/channel.ts";
import type { ChannelForm } from "../records/place.ts";
import type { Arguments, Asker } from "../records/question.ts";
import type { Reply } from "../records/reply.ts";
import type { Source } from "../records/source.ts";
import type { Schedule } from "../records/subscription.ts";
import type { SubscriptionDraft } from "../records/subscription-draft.ts";
import type { SummarizeDesk } from "./link-summary.ts";
import type { Suggestion } from "./platform.ts";
import type { AddSource, FindSources } from "./source-finder.ts";
import type { TestSource } from "./source-test.ts";
import type { Store } from "./store.ts";
import type { WhyDesk } from "./why.ts";

export interface CommandOption {
  /** Lower-case ASCII; the key in `Arguments`. */
  readonly name: string;
  /** As shown on Discord: lower case, no spaces, 32 characters at most. */
  readonly names: Localized;
  /** 100 characters at most. */
  readonly description: Localized;
  readonly isRequired: boolean;
  /** What somebody who has typed so much of it may be going to say, best first. Throws nothing but what the store throws. */
  readonly suggest?: (request: SuggestRequest, desk: CommandDesk) => Promise<readonly Suggestion[]>;
}

/** An option that is being typed; `args` are the command's others. */
export interface SuggestRequest extends CommandRequest {
  readonly typed: string;
}

/** One of several orders under a command's name, each with its own options. */
export interface Subcommand {
  /** Lower-case ASCII: the value of the argument that tells which was chosen. */
  readonly name: string;
  readonly names: Localized;
  readonly description: Localized;
  readonly options: readonly CommandOption[];
}

/** What a command is given. */
export interface CommandRequest {
  /** What it is about: where it was asked, or the channel that this is a thread of. */
  readonly channel: Channel;
  /** Where it was asked, when that is a thread of the channel. */
  readonly thread?: Channel;
  /** How the channel is posted to, where that is known. */
  readonly form?: ChannelForm;
  readonly asker: Asker;
  readonly args: Arguments;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a command may use of the desk. */
export interface CommandDesk {
  readonly findSources: FindSources;
  readonly addSource: AddSource;
  readonly testSource: TestSource;
  readonly store: Store;
  readonly why: WhyDesk;
  readonly summarizing: SummarizeDesk;
  readonly drafts: DraftDesk;
  readonly sources: readonly Source[];
  readonly commands: readonly Command[];
  /** People and servers, such as `discord:ID`, that may change the sources; undefined: whoever may manage a channel. */
  readonly sourceManagers?: readonly string[] | undefined;
  /** IANA name: a new subscription's default. */
  readonly timeZone: string;
  /** A new UUID. */
  readonly newId: () => string;
  /** The next edition's time after an instant, epoch milliseconds. Throws UserError for a cron expression that can't be read or never comes. */
  readonly nextDueAfter: (schedule: Schedule, timeZone: string, after: number) => number;
}

/** An entry of the menu that Discord opens over a message. */
interface MessageMenu {
  /** 32 characters at most. */
  readonly names: Localized;
  /** The arguments that the message's text gives. Throws UserError when it gives none. */
  readonly readMessage: (text: string) => Arguments;
}

/** What a reader is asked for, line by line. */
export interface Form {
  /** 45 characters at most. */
  readonly title: Localized;
  readonly lines: readonly FormLine[];
}

interface FormLine {
  /** 45 characters at most. */
  readonly label: Localized;
  readonly hint: Localized;
  /** The argument that the answer becomes. */
  readonly fills: string;
  /** Characters. */
  readonly longest: number;
}

/** What somebody has said so far of a subscription to be. It may be lost, and is after a day. */
export interface DraftDesk {
  keep(draft: SubscriptionDraft): Promise<void>;
  find(draftId: string): Promise<SubscriptionDraft | null>;
}

export type Access = "everyone" | "managers";

/** A line without a slash that begins with a word of the command, and goes on. */
export interface PlainLine extends Pick<CommandDesk, "commands" | "sources" | "timeZone"> {
  readonly args: Arguments;
  /** False: with another of its words, an alias. */
  readonly byName: boolean;
  /** False: what follows stands right behind the word, as in 訂閱高雄; 搜尋引擎 is a subject. */
  readonly isApart: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Command {
  readonly name: string;
  /** The name in each language; text commands take any of them. */
  readonly names: Localized;
  /** More words that call it in a text chat, such as 熱門. */
  readonly aliases: readonly string[];
  readonly description: Localized;
  /** How it is typed, for /help. */
  readonly example: Localized;
  readonly options: readonly CommandOption[];
  /** Offered instead of `options` where a platform can; `argument` tells which of them was chosen. */
  readonly subcommands?: { readonly argument: string; readonly list: readonly Subcommand[] };
  /** "managers": on Discord Manage Channels; where a platform tells nothing of roles, anyone, with a cooldown and a visible note. */
  readonly access: Access;
  /** The command, by its name, that is meant where the required option is missing; left out: an example is shown. */
  readonly bareMeans?: string;
  /** Where it depends on what is asked; a platform that must know beforehand goes by `access`. */
  readonly accessFor?: (args: Arguments) => Access;
  /** Whether it goes on with what only its asker could begin, which was permitted then: who asks is for the command to check. */
  readonly goesOn?: (args: Arguments) => boolean;
  readonly menu?: MessageMenu;
  /** What must be asked first, where a platform can; null when nothing must. */
  readonly formFor?: (args: Arguments) => Form | null;
  /** Whether such a line means the command, by what it goes on with; any other is a search. Left out: only the word alone means it. */
  readonly isMeantBy?: (line: PlainLine) => boolean;
  /** Reads what follows the command's name in a typed line. */
  readonly readText: (rest: string) => Arguments;
  /** Throws UserError for what the asker can mend. */
  readonly run: (request: CommandRequest, desk: CommandDesk) => Promise<Reply>;
}
