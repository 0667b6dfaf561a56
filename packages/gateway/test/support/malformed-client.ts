import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import type { MalformedRequest } from "./malformed-requests.ts";

export interface MalformedAnswer {
  /** Zero: the connection was closed without an answer. */
  readonly status: number;
  readonly text: string;
}

export interface MalformedClient {
  readonly send: (request: MalformedRequest) => Promise<MalformedAnswer>;
  readonly close: () => void;
}

const cut: MalformedAnswer = { status: 0, text: "" };

export function createMalformedClient(port: number, sockets: number): MalformedClient {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  return {
    send: (given) =>
      given.kind === "raw" ? sendRaw(port, given.bytes) : sendHttp({ port, agent, given }),
    close: () => agent.destroy(),
  };
}

interface HttpSending {
  readonly port: number;
  readonly agent: Agent;
  readonly given: Extract<MalformedRequest, { readonly kind: "http" }>;
}

function sendHttp({ port, agent, given }: HttpSending): Promise<MalformedAnswer> {
  const { headers, body, chunked } = given;
  return new Promise((resolve) => {
    const length = chunked ? {} : { "content-length": String(body.length) };
    const options = { port, agent, method: "POST", path: "/", headers: { ...headers, ...length } };
    const sending = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => resolve(cut));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
      );
    });
    sending.on("error", () => resolve(cut));
    if (chunked) {
      for (let at = 0; at < body.length; at += 1 + (body.length >> 3)) {
        sending.write(body.subarray(at, at + 1 + (body.length >> 3)));
      }
      sending.end();
    } else sending.end(body);
  });
}

/** Sends, says that it sends no more, and reads to the end. */
function sendRaw(port: number, bytes: Buffer): Promise<MalformedAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const finish = (): void => {
      const text = Buffer.concat(chunks).toString("utf8");
      const status = /^HTTP\/1\.1 ([0-9]{3})/.exec(text)?.[1];
      const end = text.indexOf("\r\n\r\n");
      resolve(status === undefined ? cut : { status: Number(status), text: text.slice(end + 4) });
      socket.destroy();
    };
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", finish);
    socket.on("close", finish);
    socket.on("end", finish);
    socket.end(bytes);
  });
}
