import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Bullet } from '../../model/indicators';

const WIDTH = 260;
const HEIGHT = 18;
/** Room at the ends, so that no mark is cut. */
const PAD = 3;

const at = (share: number): number => PAD + share * (WIDTH - 2 * PAD);

/** Result as a bar, target as a thick line (a range as a band), baseline as a ring; the words beside it say the numbers. */
export function BulletChart({ bullet }: { readonly bullet: Bullet }): ReactElement {
  const { zero, baseline, target, upper, result } = bullet;
  const middle = HEIGHT / 2;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      style={{ width: '100%', maxWidth: WIDTH, display: 'block' }}
      aria-hidden
      focusable="false"
    >
      <rect x={0} y={3} width={WIDTH} height={HEIGHT - 6} rx={2} fill={tokens.colorNeutralBackground4} />
      {target !== null && upper !== null && (
        <rect
          x={at(target)}
          y={1}
          width={at(upper) - at(target)}
          height={HEIGHT - 2}
          fill={tokens.colorNeutralBackground6}
        />
      )}
      {result !== null && (
        <rect
          x={at(Math.min(zero, result))}
          y={middle - 3}
          width={Math.max(1, Math.abs(at(result) - at(zero)))}
          height={6}
          fill={tokens.colorBrandForeground1}
        />
      )}
      {target !== null && (
        <rect
          x={at(target) - 1.25}
          y={1}
          width={2.5}
          height={HEIGHT - 2}
          fill={tokens.colorNeutralForeground1}
        />
      )}
      {baseline !== null && (
        <circle
          cx={at(baseline)}
          cy={middle}
          r={3}
          fill={tokens.colorNeutralBackground1}
          stroke={tokens.colorNeutralForeground2}
          strokeWidth={1.5}
        />
      )}
    </svg>
  );
}
