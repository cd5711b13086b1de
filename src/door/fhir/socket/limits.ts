/** What listeners are held to. */
export interface SocketLimits {
  /** How many sockets are open in one process at most. */
  readonly socketsMax: number
  /** How many of them one client has. */
  readonly socketsOfClientMax: number
  /** How many of them are bound to nothing yet; the one that has waited longest makes room. */
  readonly unboundMax: number
  /** How long a socket may be bound to nothing, milliseconds. */
  readonly bindMs: number
  /** How long the network may take to take one message, milliseconds. A reader who is slower is cut off. */
  readonly sendMs: number
  /** How often it is asked whether somebody is still there, milliseconds. Proxies close what is silent for a minute. */
  readonly pingMs: number
  /** How often it is looked anew at each binding, though nothing was announced, milliseconds: whether its token holds, above all. */
  readonly lookMs: number
}

/** What they are held to in a region: a system needs one socket for all that it subscribes to. */
export const LIMITS: SocketLimits = {
  socketsMax: 1000,
  socketsOfClientMax: 10,
  unboundMax: 100,
  bindMs: 10_000,
  sendMs: 20_000,
  pingMs: 30_000,
  lookMs: 15_000,
}

/** The longest command, bytes: a word and a token. */
export const COMMAND_BYTES_MAX = 1024
/** How many commands may wait for their turn on one socket. */
export const COMMANDS_WAITING_MAX = 10
