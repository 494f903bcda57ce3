import { batch, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { Ballots } from '../wire/ballots';
import { type As, Connection, type Link } from '../wire/connection';
import { type Answer, fetchView, get } from '../wire/http';
import type { CommandId, WorkshopId } from '../wire/ids';
import { Outbox } from '../wire/outbox';
import { MemoryShelf, openShelf, type Shelf } from '../wire/shelf';
import { openTabs, type Tabs, takeTurn } from '../wire/turn';
import type { Command, PersonId, Role } from '../wire/wire.g';
import { mergeOf, Overlay } from './overlay';
import { RecordStore } from './recordStore';
import { Views } from './views';

/** How long a page says that the link is back, and how long it waits before for what was kept to be sent. */
const returnShownMs = 4_000;
const sentWithinMs = 8_000;

/** Who this browser is in a workshop. */
export interface WhoAmI {
  readonly person?: PersonId;
  readonly role?: Role;
  /** Signed in with an account that runs this workshop. */
  readonly staff?: boolean;
}

/**
 * A workshop as this browser has it open: its records, the link, and what is on its way to the server. One per page; screens reach
 * it through the hooks of `context.ts`.
 */
export class Workshop {
  readonly id: WorkshopId;
  readonly as: As;
  readonly me: WhoAmI;
  readonly store = new RecordStore();
  readonly overlay = new Overlay(this.store);
  readonly outbox: Outbox;
  readonly ballots: Ballots;
  readonly views: Views;
  readonly #connection: Connection;
  readonly #stop = new AbortController();
  readonly #returned = signal<number | undefined>(undefined);
  readonly #refused = signal(false);
  #tabs: Tabs | undefined;

  private constructor(id: WorkshopId, as: As, me: WhoAmI, shelf: Shelf) {
    this.id = id;
    this.as = as;
    this.me = me;
    const deliver = (command: string, body: Command) => this.#connection.send(command, body);
    this.outbox = new Outbox(shelf, { deliver, merge: mergeOf });
    this.ballots = new Ballots(shelf, deliver);
    this.views = new Views(this.store, {
      fetch: (view, at) => fetchView(id, view, at),
      join: (views, build) => this.#connection.join(views, build),
      seen: (seq) =>
        batch(() => {
          this.outbox.seen(seq);
          this.overlay.refresh();
        }),
      soon: oncePerPicture,
    });
    this.#connection = new Connection(id, as, {
      connected: () => this.#connected(),
      lost: () => {
        this.outbox.online(false);
        this.ballots.online(false);
      },
      ack: (ack) => {
        this.outbox.acknowledge(ack);
        this.ballots.acknowledge(ack);
      },
      frame: (frame) => this.views.frame(frame),
      fetch: (fetch) => this.views.fetch(fetch),
      ambient: (ambient) => this.views.ambient(ambient),
      joined: (joined) => this.views.joined(joined),
      refused: () => {
        this.#refused.value = true;
      },
    });
  }

  /**
   * Opens a workshop: for the projector, or for whoever this browser is there. Not ok: it is nobody there, or nobody answered.
   */
  static async open(id: WorkshopId, screen: boolean): Promise<Answer<Workshop>> {
    const answer = await get<WhoAmI>(`/api/workshops/${id}/session`);
    if (!answer.ok) return answer;
    const me = answer.value;
    const as = screen ? 'screen' : me.staff ? 'staff' : 'person';
    const shelf = me.person && as !== 'screen' ? await openShelf(id, me.person) : new MemoryShelf();
    const workshop = new Workshop(id, as, me, shelf);
    workshop.#start();
    return { ok: true, value: workshop };
  }

  /** How the link is. */
  get link(): ReadonlySignal<Link> {
    return this.#connection.link;
  }

  /** Set for 4 s after a lost link came back: how many commands were sent since. */
  get returned(): ReadonlySignal<number | undefined> {
    return this.#returned;
  }

  /** Whether the server knows nobody here any more. */
  get refused(): ReadonlySignal<boolean> {
    return this.#refused;
  }

  /** Takes a command; it arrives, whatever happens to the link and the page. The id names what it makes. */
  send(command: Command): CommandId {
    return this.outbox.put(command);
  }

  /** The views of a topic that this reader may have: everyone's, the staff's, their own. */
  viewsOf(topic: string): readonly string[] {
    if (this.as === 'screen') return [`public/${topic}`];
    const staff = this.me.role === 'facilitator' || this.me.role === 'secretariat';
    return [`public/${topic}`, ...(staff ? [`staff/${topic}`] : []), ...(this.me.person ? [`person:${this.me.person}/${topic}`] : [])];
  }

  /** Leaves the page; what is on its way stays on the device. */
  close(): void {
    this.#stop.abort();
    this.#tabs?.close();
    this.#connection.stop();
  }

  #start(): void {
    const name = `workshop/${this.id}/${this.me.person}`;
    const tabs = this.outbox.durable ? openTabs(name, (news) => this.outbox.hear(news)) : undefined;
    this.#tabs = tabs;
    void this.outbox.load(tabs);
    void this.ballots.load();
    if (this.outbox.durable) {
      takeTurn(
        name,
        this.#stop.signal,
        () => this.outbox.turn(true),
        () => this.outbox.turn(false),
      );
    } else {
      this.outbox.turn(true);
    }
    effect(() => {
      const entries = this.outbox.entries.value;
      untracked(() => batch(() => this.overlay.show(entries)));
    });
    this.#noticeReturn();
    this.#connection.start();
  }

  #connected(): void {
    this.views.connected();
    this.outbox.online(true);
    this.ballots.online(true);
  }

  /** After a loss that the page spoke of, it also says that it is over, once what was kept has been sent. */
  #noticeReturn(): void {
    const away = signal(false);
    let late: ReturnType<typeof setTimeout> | undefined;
    const say = (): void => {
      clearTimeout(late);
      late = undefined;
      away.value = false;
      this.#returned.value = this.outbox.takeDelivered();
      setTimeout(() => {
        this.#returned.value = undefined;
      }, returnShownMs);
    };
    effect(() => {
      const link = this.#connection.link.value;
      if (link === 'offline' && !away.peek()) {
        away.value = true;
        this.outbox.takeDelivered();
      }
      if (link !== 'connected' || !away.value) return;
      const waiting = this.outbox.entries.value.some(({ state }) => state === 'sending' || state === 'device');
      if (!waiting) untracked(say);
      else {
        late ??= setTimeout(() => {
          late = undefined;
          if (this.#connection.link.peek() === 'connected') say();
        }, sentWithinMs);
      }
    });
  }
}

/** Before the next picture; in a hidden page, which draws none, a little later. */
function oncePerPicture(run: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(run);
  else setTimeout(run, 100);
}
