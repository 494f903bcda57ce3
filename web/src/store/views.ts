import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer } from '../wire/http';
import type { Ambient, Fetch, Frame, Joined, Snapshot } from '../wire/wire.g';
import type { RecordStore } from './recordStore';

/** How a frame stands to what a client has. */
export type Fate = 'ignore' | 'apply' | 'resync';

/** The frame rule. Puts are absolute, so that an overlap does no harm. */
export function fateOf(frame: Frame, have: number): Fate {
  if (frame.seq <= have) return 'ignore';
  return frame.prev <= have ? 'apply' : 'resync';
}

/** Whether a view can be shown. */
export type ViewState = 'loading' | 'here' | 'refused';

/** What the views need to know of the world. */
export interface ViewsOptions {
  fetch(view: string, at?: number): Promise<Answer<Snapshot>>;
  /** Sets the views of the connection; false: there is none, {@link Views.connected} will come. */
  join(views: Readonly<Record<string, number>>, build: string): Promise<boolean>;
  /** Called after each batch with how far the views have come. */
  seen(seq: number): void;
  /** Runs the function soon, with others: once a picture. */
  soon(run: () => void): void;
}

interface Held {
  /** The place of the log that the store holds; -1: nothing yet. */
  have: number;
  /** Set while a snapshot is on its way: at least so new must it be. */
  fetching: number | undefined;
  /** Frames that came meanwhile. */
  kept: Frame[];
  readonly state: ReturnType<typeof signal<ViewState>>;
  wanted: number;
}

const retryMs = [500, 1_000, 2_000, 4_000, 8_000];

/** Keeps the views that the page shows current: fetches each whole, joins it, applies its frames, and starts anew when it missed some. */
export class Views {
  readonly #held = new Map<string, Held>();
  readonly #store: RecordStore;
  readonly #options: ViewsOptions;
  #build = '';
  #joins = 0;
  #link = 0;
  #asked: readonly string[] = [];
  #joinDue = false;
  #waiting: Frame[] = [];
  #ambient: Ambient[] = [];
  #flushDue = false;
  #offset = 0;

  constructor(store: RecordStore, options: ViewsOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** The server's time, milliseconds since 1970, as well as this device can tell. */
  now(): number {
    return Date.now() + this.#offset;
  }

  /** Whether the view can be shown, now and later. */
  stateOf(view: string): ReadonlySignal<ViewState | undefined> {
    return this.#hold(view).state;
  }

  /** Keeps the view current until the returned function is called. */
  want(view: string): () => void {
    const held = this.#hold(view);
    if (held.wanted++ === 0) {
      held.state.value = held.have < 0 ? 'loading' : 'here';
      if (held.have < 0) this.#load(view, held);
    }
    return () => {
      if (--held.wanted > 0) return;
      // A page that follows may want the same view at once.
      setTimeout(() => {
        if (held.wanted > 0 || this.#held.get(view) !== held) return;
        this.#forget(view);
        this.#join();
      }, 1_000);
    };
  }

  /** A connection is there: it has no views yet. */
  connected(): void {
    this.#link++;
    this.#joins = 0;
    this.#join();
  }

  /** What the server says of the views of this connection. */
  joined({ build, now, views, refused }: Joined): void {
    this.#offset = Date.parse(now) - Date.now();
    this.#learn(build);
    this.#joins--;
    // The answer to an earlier Join does not know of views that were asked for since.
    if (this.#joins > 0) return;
    batch(() => {
      for (const view of this.#asked) {
        const held = this.#held.get(view);
        if (held && (refused.includes(view) || !views.includes(view))) this.#refuse(view, held);
      }
    });
  }

  /** A frame; it is applied with the others of its picture. */
  frame(frame: Frame): void {
    this.#waiting.push(frame);
    this.#schedule();
  }

  /** What is not in the log. */
  ambient(ambient: Ambient): void {
    this.#ambient.push(ambient);
    this.#schedule();
  }

  /** The server asks to fetch the view. */
  fetch({ view, seq }: Fetch): void {
    const held = this.#held.get(view);
    if (held) this.#load(view, held, seq);
  }

  #hold(view: string): Held {
    let held = this.#held.get(view);
    if (!held) {
      held = { have: -1, fetching: undefined, kept: [], state: signal<ViewState>('loading'), wanted: 0 };
      this.#held.set(view, held);
    }
    return held;
  }

  #forget(view: string): void {
    this.#held.delete(view);
    this.#store.discard(view);
    this.#store.discard(ambientOf(view));
  }

  #refuse(view: string, held: Held): void {
    held.have = -1;
    held.state.value = 'refused';
    this.#store.discard(view);
    this.#store.discard(ambientOf(view));
  }

  /** Another build projects otherwise: what we hold is worth nothing. */
  #learn(build: string): void {
    if (this.#build === build) return;
    const first = this.#build === '';
    this.#build = build;
    if (first) return;
    for (const [view, held] of this.#held) {
      held.have = -1;
      if (held.fetching === undefined && held.wanted > 0) this.#load(view, held);
    }
  }

  #load(view: string, held: Held, at?: number): void {
    const running = held.fetching !== undefined;
    held.fetching = Math.max(held.fetching ?? 0, at ?? 0);
    if (!running) void this.#fetch(view, held);
  }

  async #fetch(view: string, held: Held): Promise<void> {
    for (let attempt = 0; this.#held.get(view) === held; attempt++) {
      const at = held.fetching ?? 0;
      const answer = await this.#options.fetch(view, at > 0 ? at : undefined);
      if (this.#held.get(view) !== held) return;
      if (answer.ok && answer.value.seq >= (held.fetching ?? 0)) {
        this.#learn(answer.value.build);
        held.fetching = undefined;
        this.#take(view, held, answer.value);
        this.#join();
        return;
      }
      if (!answer.ok && (answer.status === 403 || answer.status === 404)) {
        held.fetching = undefined;
        this.#refuse(view, held);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs[Math.min(attempt, retryMs.length - 1)]));
    }
  }

  #take(view: string, held: Held, snapshot: Snapshot): void {
    batch(() => {
      this.#store.replace(view, snapshot.records);
      held.have = snapshot.seq;
      held.state.value = 'here';
      for (const frame of held.kept.splice(0)) this.#accept(frame);
    });
    this.#options.seen(held.have);
  }

  #schedule(): void {
    if (this.#flushDue) return;
    this.#flushDue = true;
    this.#options.soon(() => {
      this.#flushDue = false;
      this.#flush();
    });
  }

  #flush(): void {
    let seen = 0;
    batch(() => {
      for (const frame of this.#waiting.splice(0)) seen = Math.max(seen, this.#accept(frame));
      for (const { view, put, drop } of this.#ambient.splice(0))
        if (this.#held.has(view)) this.#store.apply(ambientOf(view), { put, drop });
    });
    if (seen > 0) this.#options.seen(seen);
  }

  /** Applies a frame by the rule; says how far its view has come. */
  #accept(frame: Frame): number {
    const held = this.#held.get(frame.view);
    if (!held || held.state.peek() === 'refused') return 0;
    if (held.fetching !== undefined || held.have < 0) {
      held.kept.push(frame);
      return 0;
    }
    const fate = fateOf(frame, held.have);
    if (fate === 'apply') {
      this.#store.apply(frame.view, frame);
      held.have = frame.seq;
    } else if (fate === 'resync') {
      held.kept.push(frame);
      this.#load(frame.view, held, frame.prev);
    }
    return held.have;
  }

  /** Tells the server all views that we hold, once for all changes of this moment. Those on their way follow when they are here. */
  #join(): void {
    if (this.#joinDue) return;
    this.#joinDue = true;
    queueMicrotask(() => {
      this.#joinDue = false;
      const views = Object.fromEntries([...this.#held].filter(([, held]) => held.have >= 0).map(([view, held]) => [view, held.have]));
      this.#asked = Object.keys(views);
      if (this.#asked.length === 0) return;
      const link = this.#link;
      this.#joins++;
      void this.#options.join(views, this.#build).then((joined) => {
        if (!joined && link === this.#link) this.#joins--;
      });
    });
  }
}

/** The ambient records of a view lie in a layer of their own, so that a snapshot leaves them alone. */
const ambientOf = (view: string): string => `${view}~`;
