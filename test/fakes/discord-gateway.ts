// The fake Discord's gateway: HELLO, IDENTIFY, heartbeats, and RESUME with what was missed; on as many shards as are wanted.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** One session a shard is enough for one bot. https://docs.discord.com/developers/events/gateway */
export interface FakeGateway {
  /** Sends an event to the server's shard (direct messages: the first one), or keeps it until the bot comes back. */
  readonly dispatch: (type: string, payload: object) => void;
  /** Cuts the line without a word, as a lost network does. */
  readonly drop: () => void;
  /** Asks the bot to connect anew and go on where it was. */
  readonly askToReconnect: () => void;
  /** Ends the sessions: the bot has to begin new ones. */
  readonly endSessions: () => void;
  readonly close: () => void;
}

interface Identity {
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly shards: number;
}

interface Packet {
  readonly op: number;
  readonly d: {
    readonly token?: string;
    readonly seq?: number;
    readonly shard?: readonly [number, number];
    readonly session_id?: string;
  } | null;
}

interface Session {
  socket: WebSocket;
  readonly sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[];
}

const authenticationFailed = 4004;

/** The gateway on a server that may start listening later. */
export function startFakeGateway(server: Server, identity: Identity): FakeGateway {
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<number, Session>();
  const write = (socket: WebSocket, packet: unknown) => socket.send(JSON.stringify(packet));
  const toAll = (packet: unknown) => {
    for (const socket of sockets.clients) write(socket, packet);
  };
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate();
  };

  function send(type: string, payload: unknown, shard: number): void {
    const session = sessions.get(shard);
    if (!session) return;
    const event = { op: 0, s: session.sent.length + 1, t: type, d: payload } as const;
    session.sent.push(event);
    if (session.socket.readyState === 1) write(session.socket, event);
  }

  function receive(socket: WebSocket, { op, d }: Packet): void {
    if (op === 1) write(socket, { op: 11 });
    else if (d?.token !== identity.token) socket.close(authenticationFailed);
    else if (op === 2) begin(socket, d.shard?.[0] ?? 0);
    else if (op === 6) resume(socket, Number(d.session_id), d.seq ?? 0);
  }

  function begin(socket: WebSocket, shard: number): void {
    sessions.set(shard, { socket, sent: [] });
    greet(server, identity, shard, (type, payload) => send(type, payload, shard));
  }

  function resume(socket: WebSocket, shard: number, seq: number): void {
    const session = sessions.get(shard);
    if (!session) {
      write(socket, { op: 9, d: false });
      return;
    }
    session.socket = socket;
    for (const event of session.sent.slice(seq)) write(socket, event);
    write(socket, { op: 0, s: session.sent.length, t: "RESUMED", d: {} });
  }

  sockets.on("connection", (socket) => {
    write(socket, { op: 10, d: { heartbeat_interval: 45_000 } });
    socket.on("message", (text) => receive(socket, JSON.parse(String(text))));
  });
  return {
    dispatch(type, payload) {
      const isOnServer = "guild_id" in payload;
      send(type, payload, isOnServer ? shardOf(String(payload.guild_id), identity.shards) : 0);
    },
    drop: cut,
    askToReconnect: () => toAll({ op: 7, d: null }),
    endSessions: () => toAll({ op: 9, d: false }),
    close() {
      cut();
      sockets.close();
    },
  };
}

// https://docs.discord.com/developers/events/gateway#sharding
const shardOf = (guildId: string, shards: number): number => Number((BigInt(guildId) >> 22n) % BigInt(shards));

function greet(
  server: Server,
  { applicationId, guildId, channelId, shards }: Identity,
  shard: number,
  send: (type: string, payload: unknown) => void,
): void {
  const { port } = server.address() as AddressInfo;
  const isHome = shardOf(guildId, shards) === shard;
  send("READY", {
    v: 10,
    user: { id: applicationId, username: "lede", discriminator: "0001", avatar: null, bot: true },
    guilds: isHome ? [{ id: guildId, unavailable: true }] : [],
    session_id: String(shard),
    resume_gateway_url: `ws://127.0.0.1:${port}`,
    application: { id: applicationId, flags: 0 },
  });
  if (!isHome) return;
  send("GUILD_CREATE", {
    id: guildId,
    name: "Newsroom",
    roles: [],
    members: [],
    channels: [{ id: channelId, type: 0, name: "news" }],
  });
}
