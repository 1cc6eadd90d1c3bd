import type { Schedule } from './occurrences.ts';
import type { Closure, Day, ScheduleException, Segment, Session } from './types.ts';

interface Scheduled {
  day: Day;
  segment: Segment;
}

/** A day of the schedule with what happens on it. */
export interface InTurn extends Scheduled {
  exception?: ScheduleException | undefined;
  closure?: Closure | undefined;
  session?: Session | undefined;
}

/**
 * Gives each day of a schedule, from the first one on, its exception, the closure into which it falls, and its session. A cancelled date skips its session
 * or pushes it back to the next date. A session that was chosen for one date is given in place of the one whose turn it is; on a single date beside the
 * rule it takes nobody's turn.
 */
export function* inTurn(
  { sessions, whenCancelled, obeysClosures }: Schedule,
  days: Iterable<Scheduled>,
  exceptions: ReadonlyMap<Day, ScheduleException>,
  closures: readonly Closure[],
): Generator<InTurn> {
  const named = (key: string | undefined) => (key === undefined ? -1 : sessions.findIndex((session) => session.key === key));
  let turn = 0;
  let current: Segment | undefined;
  for (const { day, segment } of days) {
    const exception = exceptions.get(day);
    const held = heldOn(day, exception);
    const closure = obeysClosures ? closures.find(({ from, to }) => from <= held && held <= to) : undefined;
    const isSingle = segment.repeat.every === 'once';
    if (!isSingle && segment !== current) {
      current = segment;
      if (named(segment.session) >= 0) turn = named(segment.session);
    }
    const chosen = named(exception?.session ?? (isSingle ? segment.session : undefined));
    const isOff = exception?.status === 'cancelled' || closure !== undefined;
    const pushesBack = isOff && whenCancelled === 'push-back';
    const session = pushesBack ? undefined : sessions[chosen >= 0 ? chosen : turn % sessions.length];
    const takesTurn = !pushesBack && !(isSingle && chosen >= 0);
    if (takesTurn) turn += 1;
    yield { day, segment, exception, closure, session };
  }
}

/** The day on which the date that the schedule has on `key` is held. */
export const heldOn = (key: Day, exception: ScheduleException | undefined): Day => exception?.toDay ?? key;
