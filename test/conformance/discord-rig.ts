// The stage on a Discord that checks every body against Discord's own specification; it is driven by its own names.
import {
  type Answered,
  type Asking,
  type DiscordStage,
  optionsOf,
  type PostedMessage,
  type PostFailure,
  type StageOptions,
} from "./discord-stage.ts";

interface RigInteraction {
  readonly ack?: { readonly type: number; readonly data?: { readonly flags?: number } };
  readonly missed?: number;
  readonly edits: readonly unknown[];
  readonly followups: readonly PostedMessage[];
  readonly original?: PostedMessage;
}

interface Rig {
  readonly token: string;
  readonly url: string;
  readonly guild: { readonly id: string; locale: string };
  readonly human: { readonly id: string };
  readonly channels: ReadonlyMap<string, unknown>;
  readonly messages: ReadonlyMap<string, PostedMessage & { readonly channel_id: string; readonly nonce?: string }>;
  readonly commands: ReadonlyMap<string, (ReturnType<DiscordStage["registered"]>[number] & { readonly id: string })[]>;
  readonly violations: readonly { readonly side?: string }[];
  readonly faults: (PostFailure & { readonly route: string; times: number })[];
  readonly interact: (payload: unknown, options: unknown) => Promise<RigInteraction>;
  readonly drop: () => void;
  readonly reconnect: () => void;
  readonly invalidate: (isResumable: boolean) => void;
  readonly close: () => void;
}

const manageChannels = 1n << 4n;

const isAnswered = ({ ack, missed, edits }: RigInteraction): boolean =>
  missed !== undefined || ack?.type === 4 || edits.length > 0;

/** Starts the rig whose module stands at the path. */
export async function startDiscordRig(
  path: string,
  { answerWithinMs = 3000, port = 0 }: StageOptions,
): Promise<DiscordStage> {
  const { startDiscord } = await import(path);
  const rig: Rig = await startDiscord({ ackDeadline: answerWithinMs, port });
  const [channelId = ""] = rig.channels.keys();
  const commands = () => rig.commands.get("global") ?? [];

  async function ask(payload: object, asking: Asking = {}): Promise<Answered> {
    const { locale: userLocale = "en-US", serverLocale = "en-US", mayManage = false, takenTo } = asking;
    const isDirect = asking.isDirect || takenTo === "people";
    rig.guild.locale = serverLocale;
    const permissions = String(mayManage ? manageChannels : 0n);
    const member = { user: rig.human, roles: [], joined_at: new Date(0).toISOString(), flags: 0, permissions };
    const circumstances = {
      ...(!isDirect && { member }),
      ...(takenTo && { authorizing_integration_owners: { 1: rig.human.id } }),
      ...(takenTo === "people" && { context: 2 }),
    };
    const interaction = await rig.interact(
      { ...payload, ...circumstances },
      {
        until(state: RigInteraction) {
          if (state.ack?.type === 5) asking.onDeferred?.();
          return asking.wantsFollowUp ? state.followups.length > 0 : isAnswered(state);
        },
        inGuild: !isDirect,
        userLocale,
      },
    );
    const { ack, original } = interaction;
    if (!ack || !original) return { state: "missed" };
    return {
      state: "answered",
      isDeferred: ack.type === 5,
      isEphemeral: ((ack.data?.flags ?? 0) & 64) !== 0,
      message: interaction.followups[0] ?? original,
    };
  }

  return {
    token: rig.token,
    url: rig.url,
    channelId,
    registered: commands,
    // The rig keeps answers to interactions among its messages; what a bot posts by itself carries a nonce.
    posted: () => [...rig.messages.values()].filter(({ nonce }) => nonce !== undefined),
    // How the rig fills in the answers that it makes up, such as a picture's size, is its own affair.
    violations: () => rig.violations.filter(({ side }) => side !== "response").map((one) => JSON.stringify(one)),
    slash(name, asking = {}) {
      const id = commands().find((command) => command.name === name)?.id;
      return ask({ type: 2, data: { id, name, type: 1, options: optionsOf(asking) } }, asking);
    },
    press(customId, asking) {
      const [message] = [...rig.messages.values()].filter(({ components }) => components?.length);
      return ask({ type: 3, message, data: { custom_id: customId, component_type: 2 } }, asking);
    },
    failPosts(...failures) {
      const route = "POST /channels/{channel_id}/messages";
      rig.faults.push(...failures.map((failure) => ({ ...failure, route, times: 1 })));
    },
    dropConnections: rig.drop,
    askToReconnect: rig.reconnect,
    endSessions: () => rig.invalidate(false),
    async close() {
      rig.close();
    },
  };
}
