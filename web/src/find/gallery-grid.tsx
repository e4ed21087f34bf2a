import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { cardsOfRow, columnsIn, rowsFor } from './grid-rows.js';
import type { CardTask } from './listed-task.js';
import { GalleryCard } from './gallery-card.js';
import { useElementBox } from './use-element-box.js';

/** px. The picture of a card is 4:3; the words below it have a fixed height. */
const CARD_WIDTH_MIN = 220;
const CARD_WIDTH_PHONE = 150;
const PHONE_WIDTH = 500;
const WORDS_HEIGHT = 78;
const GAP = 16;

/** Rows beyond the screen, above and below. */
const OVERSCAN = 2;

export interface ListBodyProps {
  readonly tasks: readonly CardTask[];
  readonly picks: readonly string[];
  readonly onPick: (id: string) => void;
  /** Called when the end is near. */
  readonly onEnd: () => void;
}

/** The cards that are on the screen, at their places among all. */
export function GalleryGrid({ tasks, picks, onPick, onEnd }: ListBodyProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const { width, top } = useElementBox(root);
  const [now] = useState(() => Date.now());
  const columns = columnsIn(width, width < PHONE_WIDTH ? CARD_WIDTH_PHONE : CARD_WIDTH_MIN, GAP);
  const cardWidth = (width - GAP * (columns - 1)) / columns;
  const rowHeight = Math.round(cardWidth * 0.75) + WORDS_HEIGHT + GAP;
  const count = rowsFor(tasks.length, columns);
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  useEffect(() => {
    rows.measure();
  }, [rows, rowHeight]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (width > 0 && last >= count - 1 - OVERSCAN) onEnd();
  }, [width, last, count, onEnd]);
  return (
    <div
      ref={root}
      className="grid"
      role="list"
      aria-label="Tasks"
      style={{ height: rows.getTotalSize() }}
    >
      {width > 0 &&
        shown.map(({ index, start }) => (
          <div
            key={index}
            className="grid-row"
            role="presentation"
            style={{
              transform: `translateY(${String(start - top)}px)`,
              gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))`,
            }}
          >
            {cardsOfRow(tasks, index, columns).map((task, at) => (
              <div
                key={task.id}
                role="listitem"
                aria-posinset={index * columns + at + 1}
                aria-setsize={tasks.length}
              >
                <GalleryCard
                  task={task}
                  now={now}
                  isPicked={picks.includes(task.id)}
                  onPick={onPick}
                />
              </div>
            ))}
          </div>
        ))}
    </div>
  );
}
