import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { sparkline } from '../../model/indicators';

const WIDTH = 56;
const HEIGHT = 20;

/** A trend as a small line; the numbers stand in the details. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }): ReactElement | null {
  if (values.filter((value) => value !== null).length < 2) return null;
  const lines = sparkline(values, WIDTH, HEIGHT);
  const end = lines.at(-1)?.at(-1);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden focusable="false">
      {lines.map((line, index) =>
        line.length === 1 && line[0] ? (
          <circle key={index} cx={line[0].x} cy={line[0].y} r={1.5} fill={tokens.colorNeutralForeground3} />
        ) : (
          <polyline
            key={index}
            points={line.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
            fill="none"
            stroke={tokens.colorNeutralForeground3}
            strokeWidth={1.5}
          />
        ),
      )}
      {end && <circle cx={end.x} cy={end.y} r={2} fill={tokens.colorBrandForeground1} />}
    </svg>
  );
}
