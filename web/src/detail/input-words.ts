import { isOutputUri } from '../make/output-uri.js';
import { labelOf } from '../make/field-label.js';

/** `gen4_5.references[0].uri` → `References 1 file`: the model's name is told elsewhere. */
export function placeText(path: string): string {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  const named = steps.length > 1 ? steps.slice(1) : steps;
  return named
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : labelOf(step)))
    .join(' ');
}

/** `RATIO_1360_768` → `1360 × 768`, `FIRST` → `First`: the names of an enum, as people read them. */
export function valueText(value: string): string {
  if (isOutputUri(value)) return 'An earlier result';
  const [, width, height] = /^RATIO_(\d+)_(\d+)$/.exec(value) ?? [];
  if (width !== undefined && height !== undefined) {
    return width.length > 2 ? `${width} × ${height}` : `${width}:${height}`;
  }
  if (!/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(value)) return value;
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
