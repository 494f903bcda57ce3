import type { Sent } from './connection';
import type { CommandId } from './ids';
import type { Ack, Command, Rejection } from './wire.g';

/** What waits to be delivered. */
export interface Queue {
  /** The first command that waits, noted as handed over from now on; undefined: none does. */
  next(): Promise<{ readonly id: CommandId; readonly command: Command } | undefined>;
  accepted(id: CommandId, seq: number | undefined): Promise<void>;
  refused(id: CommandId, rejection: Rejection): Promise<void>;
}

const answerWithinMs = 20_000;
/** The connection notices a loss a little later than a command does. */
const lostRestMs = 250;
const retryFromMs = 1_000;
const retryToMs = 15_000;

/**
 * Delivers a queue in its order: hands a command over, waits for its answer, and only then takes the next. After a loss the same
 * command goes again. What waiting helps against is tried again with growing pauses, and nothing overtakes it.
 */
export class Delivery {
  readonly #queue: Queue;
  readonly #deliver: (id: string, command: Command) => Promise<Sent>;
  #online = false;
  #turn = false;
  #running = false;
  #asked: CommandId | undefined;
  /** Ends the wait for an answer or for a pause. */
  #end: ((ack?: Ack) => void) | undefined;

  constructor(queue: Queue, deliver: (id: string, command: Command) => Promise<Sent>) {
    this.#queue = queue;
    this.#deliver = deliver;
  }

  /** The command that was handed over and not answered yet. */
  get asked(): CommandId | undefined {
    return this.#asked;
  }

  /** The link is there, or gone. */
  online(is: boolean): void {
    this.#online = is;
    this.#wake();
  }

  /** It is this tab's turn to send, or another's. */
  turn(is: boolean): void {
    this.#turn = is;
    this.#wake();
  }

  /** The server's answer. */
  acknowledge(ack: Ack): void {
    if (ack.id === this.#asked) this.#end?.(ack);
  }

  /** There is something to deliver. */
  start(): void {
    if (!this.#running && this.#online && this.#turn) void this.#run();
  }

  #wake(): void {
    if (this.#online && this.#turn) this.start();
    else this.#end?.();
  }

  async #run(): Promise<void> {
    this.#running = true;
    let pause = retryFromMs;
    while (this.#online && this.#turn) {
      const next = await this.#queue.next();
      if (!next) break;
      this.#asked = next.id;
      const ack = await this.#ask(next.id, next.command);
      if (!ack) {
        await this.#wait(lostRestMs);
      } else if (ack.rejection?.retry) {
        await this.#wait(pause);
        pause = Math.min(pause * 2, retryToMs);
      } else {
        pause = retryFromMs;
        if (ack.rejection) await this.#queue.refused(next.id, ack.rejection);
        else await this.#queue.accepted(next.id, ack.seq);
      }
      this.#asked = undefined;
    }
    this.#running = false;
  }

  /** The answer to a command; undefined when the link or the turn was lost, or none came. */
  #ask(id: CommandId, command: Command): Promise<Ack | undefined> {
    const answer = this.#wait(answerWithinMs);
    const end = this.#end;
    void this.#deliver(id, command).then((sent) => {
      if (this.#end !== end) return; // what became of it is known already
      if (sent === 'lost') end?.();
      if (sent === 'malformed') end?.({ id, rejection: { code: 'command.malformed', args: {}, retry: false } });
    });
    return answer;
  }

  /** Waits so long at most: an answer ends it, and so does a lost link. */
  #wait(ms: number): Promise<Ack | undefined> {
    return new Promise((resolve) => {
      const end = (ack?: Ack): void => {
        clearTimeout(timer);
        this.#end = undefined;
        resolve(ack);
      };
      const timer = setTimeout(end, ms);
      this.#end = end;
    });
  }
}
