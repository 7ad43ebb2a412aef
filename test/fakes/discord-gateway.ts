// The fake Discord's gateway: HELLO, IDENTIFY, heartbeats, and RESUME with what was missed.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** One session is enough for one bot. https://docs.discord.com/developers/events/gateway */
export interface FakeGateway {
  /** Sends an event, or keeps it until the bot comes back. */
  readonly dispatch: (type: string, payload: unknown) => void;
  /** Cuts the line without a word, as a lost network does. */
  readonly drop: () => void;
  readonly close: () => void;
}

interface Identity {
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly channelId: string;
}

interface Packet {
  readonly op: number;
  readonly d: { readonly token?: string; readonly seq?: number } | null;
}

const authenticationFailed = 4004;

/** The gateway on a server that may start listening later. */
export function startFakeGateway(server: Server, identity: Identity): FakeGateway {
  const sockets = new WebSocketServer({ server });
  const sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[] = [];
  const write = (socket: WebSocket, packet: unknown) => socket.send(JSON.stringify(packet));
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate();
  };

  function dispatch(type: string, payload: unknown): void {
    const event = { op: 0, s: sent.length + 1, t: type, d: payload } as const;
    sent.push(event);
    for (const socket of sockets.clients) write(socket, event);
  }

  function receive(socket: WebSocket, { op, d }: Packet): void {
    if (op === 1) write(socket, { op: 11 });
    else if (d?.token !== identity.token) socket.close(authenticationFailed);
    else if (op === 2) greet(server, identity, dispatch);
    else if (op === 6) {
      for (const event of sent.slice(d.seq ?? 0)) write(socket, event);
      write(socket, { op: 0, s: sent.length, t: "RESUMED", d: {} });
    }
  }

  sockets.on("connection", (socket) => {
    write(socket, { op: 10, d: { heartbeat_interval: 45_000 } });
    socket.on("message", (text) => receive(socket, JSON.parse(String(text))));
  });
  return {
    dispatch,
    drop: cut,
    close() {
      cut();
      sockets.close();
    },
  };
}

function greet(server: Server, identity: Identity, dispatch: FakeGateway["dispatch"]): void {
  const { applicationId, guildId, channelId } = identity;
  const { port } = server.address() as AddressInfo;
  dispatch("READY", {
    v: 10,
    user: { id: applicationId, username: "lede", discriminator: "0001", avatar: null, bot: true },
    guilds: [{ id: guildId, unavailable: true }],
    session_id: "session",
    resume_gateway_url: `ws://127.0.0.1:${port}`,
    application: { id: applicationId, flags: 0 },
  });
  dispatch("GUILD_CREATE", {
    id: guildId,
    name: "Newsroom",
    roles: [],
    members: [],
    channels: [{ id: channelId, type: 0, name: "news" }],
  });
}
