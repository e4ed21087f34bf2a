import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../design/icon.js';

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A button that opens a list of boxes to tick; Escape and a click elsewhere close it. */
export function FilterMenu({
  label,
  options,
  chosen,
  onToggle,
}: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) {
        setIsOpen(false);
      }
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);
  return (
    <div
      className="filter-menu"
      ref={root}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return;
        setIsOpen(false);
        button.current?.focus();
      }}
    >
      <button
        type="button"
        ref={button}
        className={chosen.length > 0 ? 'filter-button filter-button-on' : 'filter-button'}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {label}
        {chosen.length > 0 && <span className="filter-count">{chosen.length}</span>}
        <Icon name="down" size={16} />
      </button>
      <div className="filter-panel" id={panelId} role="group" aria-label={label} hidden={!isOpen}>
        {isOpen && <Boxes options={options} chosen={chosen} onToggle={onToggle} />}
      </div>
    </div>
  );
}

function Boxes({
  options,
  chosen,
  onToggle,
}: {
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}): ReactNode {
  if (options.length === 0) return <p className="filter-none">None yet.</p>;
  return options.map(({ value, text }) => (
    <label className="filter-option" key={value}>
      <input
        type="checkbox"
        checked={chosen.includes(value)}
        onChange={() => {
          onToggle(value);
        }}
      />
      <span>{text}</span>
    </label>
  ));
}
