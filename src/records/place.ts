// How editions are posted to a channel, where the platform knows more than one way. Discord alone does today.

/** Of a channel, by its kind. */
export type ChannelForm = "text" | "thread" | "forum" | "announcement";

/** A webhook; its token is a secret. */
export interface Hook {
  readonly id: string;
  readonly token: string;
}

export type Place =
  /** Each edition opens a thread of its own. */
  | { readonly kind: "thread" }
  /** The channel is a forum: each edition is a post of its own. `tags`: of the forum's, as it calls them, five at most. */
  | { readonly kind: "forum"; readonly tags: readonly string[] }
  /** Posted by a webhook, which has a name and a picture of its own; `hook`: null until it is made at the first edition. */
  | {
      readonly kind: "webhook";
      readonly hook: Hook | null;
      readonly name: string;
      readonly picture: string | null;
    }
  /** The channel is an announcement channel: each edition goes to the channels that follow it, too. */
  | { readonly kind: "announcement" };
