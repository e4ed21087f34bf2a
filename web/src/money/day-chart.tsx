import { useId, useRef, useState, type ReactNode } from 'react';
import { useElementBox } from '../find/use-element-box.js';
import { barsIn, ticksTo, type Bar } from './axis.js';
import { creditsText } from '../make/budget-fit.js';
import { creditsFigure } from './credits-figure.js';
import { creditsOf, total, type Spending } from './spending.js';

/** px. */
const HEIGHT = 220;
const LEFT = 52;
const TOP = 12;
const BOTTOM = 28;

/** Lines of the axis, at most, above the ground. */
const LINES = 4;

/** px between the names of days. */
const NAME_WIDTH = 56;

/** Credits by day: what is spent, and on top what is set aside. The table has the same figures. */
export function DayChart({ days }: { readonly days: readonly Spending[] }): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const { width } = useElementBox(root);
  const titleId = useId();
  const [at, setAt] = useState<number | null>(null);
  const ticks = ticksTo(Math.max(...days.map(creditsOf), 0), LINES);
  const field = {
    width: Math.max(0, width - LEFT),
    height: HEIGHT - TOP - BOTTOM,
    top: ticks.at(-1) ?? 1,
  };
  const bars = barsIn(days, field);
  const shown = at === null ? undefined : days[at];
  return (
    <div ref={root} className="chart">
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-labelledby={titleId}
        onPointerLeave={() => {
          setAt(null);
        }}
      >
        <title id={titleId}>{summaryOf(days)}</title>
        <g transform={`translate(${String(LEFT)} ${String(TOP)})`}>
          {ticks.map((tick) => (
            <AxisLine key={tick} value={tick} {...field} />
          ))}
          {bars.map((bar, index) => (
            <DayBar
              key={days[index]?.name}
              bar={bar}
              isShown={index === at}
              slot={field.width / days.length}
              height={field.height}
              index={index}
              onShow={setAt}
            />
          ))}
          <DayNames days={days} {...field} />
        </g>
      </svg>
      <p className="chart-legend" aria-hidden="true">
        <span>
          <i className="swatch swatch-spent" /> Spent
        </span>
        <span>
          <i className="swatch swatch-reserved" /> Set aside
        </span>
        <span className="chart-shown numeric">
          {shown !== undefined && `${dayText(shown.name)}: ${creditsText(creditsOf(shown))}`}
        </span>
      </p>
    </div>
  );
}

function AxisLine({
  value,
  width,
  height,
  top,
}: {
  readonly value: number;
  readonly width: number;
  readonly height: number;
  readonly top: number;
}): ReactNode {
  const y = height - (value / top) * height;
  return (
    <g className="axis">
      <line x1={0} x2={width} y1={y} y2={y} />
      <text x={-10} y={y} dy="0.32em" textAnchor="end">
        {creditsFigure(value)}
      </text>
    </g>
  );
}

function DayBar({
  bar: { x, width, spent, reserved },
  isShown,
  slot,
  height,
  index,
  onShow,
}: {
  readonly bar: Bar;
  readonly isShown: boolean;
  readonly slot: number;
  readonly height: number;
  readonly index: number;
  readonly onShow: (index: number) => void;
}): ReactNode {
  return (
    <g className={isShown ? 'day day-shown' : 'day'}>
      <rect
        className="day-slot"
        x={index * slot}
        y={0}
        width={slot}
        height={height}
        onPointerEnter={() => {
          onShow(index);
        }}
      />
      <rect className="day-spent" x={x} width={width} rx={2} {...spent} />
      <rect className="day-reserved" x={x} width={width} rx={2} {...reserved} />
    </g>
  );
}

function DayNames({
  days,
  width,
  height,
}: {
  readonly days: readonly Spending[];
  readonly width: number;
  readonly height: number;
}): ReactNode {
  const slot = width / Math.max(1, days.length);
  const every = Math.max(1, Math.ceil(NAME_WIDTH / Math.max(1, slot)));
  return days.map(({ name }, index) => {
    // Counted from the last day on, which is today.
    if ((days.length - 1 - index) % every !== 0) return null;
    return (
      <text key={name} className="axis-name" x={(index + 0.5) * slot} y={height + 20}>
        {dayText(name)}
      </text>
    );
  });
}

function dayText(day: string): string {
  return new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(day));
}

function summaryOf(days: readonly Spending[]): string {
  const { spent, reserved } = total(days);
  return `Credits by day: ${creditsText(spent)} spent and ${creditsText(reserved)} set aside in ${String(days.length)} days.`;
}
