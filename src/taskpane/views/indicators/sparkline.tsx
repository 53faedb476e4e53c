import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { IndicatorMeasure } from '../../../approval';
import { fairRange, heightAt, sparkline, type Range } from '../../model/indicators';

/** Width of the small line, in pixels. */
export const SPARKLINE = 56;
const HEIGHT = 20;
/** The larger chart in the details: room for its line and for the periods below it. */
const CHART = { width: 260, height: 56, labels: 14 } as const;

type Points = readonly (readonly { readonly x: number; readonly y: number }[])[];

const path = (points: Points[number]): string =>
  points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/** The lines between the periods with a value; a gap is crossed by a dashed one. */
function Lines({ lines }: { readonly lines: Points }): ReactElement {
  const end = lines.at(-1)?.at(-1);
  return (
    <>
      {lines.length > 1 && (
        <polyline
          points={path(lines.flat())}
          fill="none"
          stroke={tokens.colorNeutralStroke1}
          strokeDasharray="2 2"
        />
      )}
      {lines.map((line, index) => (
        <polyline
          key={index}
          points={path(line)}
          fill="none"
          stroke={tokens.colorNeutralForeground3}
          strokeWidth={1.5}
        />
      ))}
      {lines.flatMap((line) =>
        line.length === 1 && line[0] && line[0] !== end
          ? [
              <circle
                key={line[0].x}
                cx={line[0].x}
                cy={line[0].y}
                r={1.5}
                fill={tokens.colorNeutralForeground3}
              />,
            ]
          : [],
      )}
      {end && <circle cx={end.x} cy={end.y} r={2} fill={tokens.colorBrandForeground1} />}
    </>
  );
}

/** The target as a dashed line, with the good side of it (or the range) shaded. */
function Target({
  measure: { target, upper, better },
  range,
  width,
  height,
}: {
  readonly measure: IndicatorMeasure;
  readonly range: Range;
  readonly width: number;
  readonly height: number;
}): ReactElement | null {
  if (target === null) return null;
  const y = heightAt(target, range, height);
  const end = upper === null ? null : heightAt(upper, range, height);
  const [top, bottom] = end !== null ? [end, y] : better === 'less' ? [y, height] : [0, y];
  return (
    <>
      {(better !== null || end !== null) && (
        <rect x={0} y={top} width={width} height={bottom - top} fill={tokens.colorPaletteGreenBackground1} />
      )}
      <line
        x1={0}
        x2={width}
        y1={y}
        y2={y}
        stroke={tokens.colorPaletteGreenForeground1}
        strokeDasharray="3 2"
      />
    </>
  );
}

interface TrendProps {
  readonly values: readonly (number | null)[];
  /** The values are fractions of a whole. */
  readonly share: boolean;
  /** The target in the unit of the values; null where there is none. */
  readonly measure: IndicatorMeasure | null;
}

const isTrend = (values: readonly (number | null)[]): boolean =>
  values.filter((value) => value !== null).length > 1;

const rangeOf = ({ values, share, measure }: TrendProps): Range =>
  fairRange([...values, measure?.target ?? null, measure?.upper ?? null], share);

/** A trend as a small line over its target; the numbers stand in the details. Takes its place also where there is none. */
export function Sparkline(props: TrendProps): ReactElement {
  const { values, measure } = props;
  const range = rangeOf(props);
  return (
    <svg
      width={SPARKLINE}
      height={HEIGHT}
      viewBox={`0 0 ${SPARKLINE} ${HEIGHT}`}
      aria-hidden
      focusable="false"
    >
      {isTrend(values) && (
        <>
          {measure && <Target measure={measure} range={range} width={SPARKLINE} height={HEIGHT} />}
          <Lines lines={sparkline(values, range, SPARKLINE, HEIGHT)} />
        </>
      )}
    </svg>
  );
}

/** The same trend larger, over its periods; the sentence beside it says the numbers. */
export function TrendChart(props: TrendProps & { readonly periods: readonly string[] }): ReactElement | null {
  const { values, measure, periods } = props;
  if (!isTrend(values)) return null;
  const { width, height, labels } = CHART;
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const range = rangeOf(props);
  return (
    <svg
      viewBox={`0 0 ${width} ${height + labels}`}
      style={{ width: '100%', maxWidth: width, display: 'block' }}
      aria-hidden
      focusable="false"
    >
      {measure && <Target measure={measure} range={range} width={width} height={height} />}
      <line x1={0} x2={width} y1={height} y2={height} stroke={tokens.colorNeutralStroke2} />
      <Lines lines={sparkline(values, range, width, height)} />
      <g fontSize={10} fill={tokens.colorNeutralForeground3}>
        <text x={0} y={height + labels - 2}>
          {first}
        </text>
        <text x={width} y={height + labels - 2} textAnchor="end">
          {last}
        </text>
      </g>
    </svg>
  );
}
