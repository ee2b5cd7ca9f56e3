// TIMEX3 dates on an axis: how far each reaches, and where the ticks go.
export interface Reach {
  from: number;
  to: number;
}
const day = 86_400_000;

/** In: "2025", "2025-03", "2025-W12", "2025-03-03". Out: its first and last moment in UTC milliseconds, or undefined. */
export function reachOf(date: string): Reach | undefined {
  const week = /^(\d{4})-W(\d{2})$/.exec(date);
  if (week) {
    // ISO 8601: week 1 holds 4 January; weeks begin on Monday.
    const fourth = Date.UTC(Number(week[1]), 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day;
    const from = monday + (Number(week[2]) - 1) * 7 * day;
    return { from, to: from + 7 * day };
  }
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return undefined;
  const year = Number(parts[1]);
  const month = parts[2] ? Number(parts[2]) - 1 : undefined;
  if (month === undefined) return { from: Date.UTC(year, 0), to: Date.UTC(year + 1, 0) };
  if (!parts[3]) return { from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
  const from = Date.UTC(year, month, Number(parts[3]));
  return { from, to: from + day };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface Tick {
  at: number;
  label: string;
}

/** Years, months or days, whichever gives at most `most` ticks. */
export function ticksOf({ from, to }: Reach, most = 8): Tick[] {
  const ticks: Tick[] = [];
  const first = new Date(from);
  const spanDays = (to - from) / day;
  if (spanDays <= most * 2) {
    const step = Math.ceil(spanDays / most) * day;
    for (let at = Math.ceil(from / day) * day; at <= to; at += step) ticks.push({ at, label: `${new Date(at).getUTCDate()} ${months[new Date(at).getUTCMonth()]}` });
    return ticks;
  }
  const spanMonths = spanDays / 30;
  if (spanMonths <= most * 3) {
    const step = Math.max(1, Math.ceil(spanMonths / most));
    for (let index = 0; ; index += step) {
      const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index);
      if (at > to) return ticks;
      const month = new Date(at).getUTCMonth();
      if (at >= from) ticks.push({ at, label: month === 0 || !ticks.length ? `${months[month]} ${new Date(at).getUTCFullYear()}` : months[month]! });
    }
  }
  const step = Math.max(1, Math.ceil(spanDays / 365 / most));
  for (let year = first.getUTCFullYear(); ; year += step) {
    const at = Date.UTC(year, 0);
    if (at > to) return ticks;
    if (at >= from) ticks.push({ at, label: String(year) });
  }
}
