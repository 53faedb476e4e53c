/**
 * Draws the icons of the add-in: two plans, one above the other, joined by a tick. Shapes are given in a square of
 * 80 units and sampled 8 × 8 times per pixel; small sizes have their own, coarser drawing.
 *   node scripts/icons.mjs   writes assets/icon-{16,32,64,80,128}.png and, for the buttons of the ribbon, a tick alone
 *                            (check-…), a sheet with a seal (attest-…) and a snowflake (freeze-…)
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../assets/', import.meta.url));
const NAVY = [31, 56, 100];
const WHITE = [255, 255, 255];
const GREEN = [129, 199, 132];
/** Seen on light and on dark ribbons. */
const MIDDLE_GREEN = [46, 139, 87];
const SAMPLES = 8;

const rounded = (x0, y0, x1, y1, radius) => (x, y) => {
  if (x < x0 || x > x1 || y < y0 || y > y1) return false;
  const dx = Math.max(x0 + radius - x, x - (x1 - radius), 0);
  const dy = Math.max(y0 + radius - y, y - (y1 - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
};

const stroke = (points, width) => (x, y) =>
  points.slice(1).some(([bx, by], index) => {
    const [ax, ay] = points[index];
    const [vx, vy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * vx + (y - ay) * vy) / (vx * vx + vy * vy)));
    return Math.hypot(x - ax - t * vx, y - ay - t * vy) <= width / 2;
  });

const plate = { colour: NAVY, inside: rounded(2, 2, 78, 78, 14) };
const tick = (colour, width) => ({
  colour,
  inside: stroke(
    [
      [24, 52],
      [38, 66],
      [66, 30],
    ],
    width,
  ),
});

/** Rows of a plan above, the tick that says they agree below. */
const full = [
  plate,
  { colour: WHITE, inside: rounded(14, 14, 54, 21, 3) },
  { colour: WHITE, inside: rounded(14, 27, 42, 34, 3) },
  tick(GREEN, 11),
];
/** Sixteen pixels hold one row and a thick tick. */
const small = [
  { colour: NAVY, inside: rounded(0, 0, 80, 80, 15) },
  { colour: WHITE, inside: rounded(12, 14, 58, 24, 0) },
  tick(GREEN, 15),
];
const check = (width) => [
  {
    colour: MIDDLE_GREEN,
    inside: stroke(
      [
        [14, 44],
        [32, 62],
        [68, 20],
      ],
      width,
    ),
  },
];

const disc = (cx, cy, radius) => (x, y) => Math.hypot(x - cx, y - cy) <= radius;

/** A sheet of paper, signed with a seal and its ribbons. */
const attest = (line) => [
  { colour: NAVY, inside: rounded(10, 4, 58, 76, 6) },
  { colour: WHITE, inside: rounded(10 + line, 4 + line, 58 - line, 76 - line, 2) },
  {
    colour: NAVY,
    inside: stroke(
      [
        [22, 24],
        [46, 24],
      ],
      line,
    ),
  },
  {
    colour: NAVY,
    inside: stroke(
      [
        [22, 38],
        [40, 38],
      ],
      line,
    ),
  },
  {
    colour: MIDDLE_GREEN,
    inside: stroke(
      [
        [52, 60],
        [46, 78],
      ],
      line + 3,
    ),
  },
  {
    colour: MIDDLE_GREEN,
    inside: stroke(
      [
        [60, 60],
        [66, 78],
      ],
      line + 3,
    ),
  },
  { colour: MIDDLE_GREEN, inside: disc(56, 54, 17) },
  { colour: WHITE, inside: disc(56, 54, 7) },
];

/** A snowflake: three bars through the middle, each with two pairs of twigs. */
const ICE = [25, 118, 190];
const freeze = (line, twigs) =>
  [0, 60, 120].flatMap((angle) => {
    const turn = ([x, y]) => {
      const a = (angle * Math.PI) / 180;
      return [40 + x * Math.cos(a) - y * Math.sin(a), 40 + x * Math.sin(a) + y * Math.cos(a)];
    };
    const bars = [
      [
        [0, -36],
        [0, 36],
      ],
    ];
    if (twigs)
      for (const side of [-1, 1])
        bars.push([
          [-11, side * 33],
          [0, side * 21],
          [11, side * 33],
        ]);
    return bars.map((points) => ({ colour: ICE, inside: stroke(points.map(turn), line) }));
  });

function paint(size, shapes) {
  const pixels = Buffer.alloc(size * size * 4);
  const unit = 80 / size;
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      const sum = [0, 0, 0, 0];
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const x = (px + ((s % SAMPLES) + 0.5) / SAMPLES) * unit;
        const y = (py + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES) * unit;
        const shape = shapes.findLast((candidate) => candidate.inside(x, y));
        if (!shape) continue;
        shape.colour.forEach((part, index) => (sum[index] += part));
        sum[3] += 1;
      }
      const at = (py * size + px) * 4;
      for (let index = 0; index < 3; index++)
        pixels[at + index] = sum[3] ? Math.round(sum[index] / sum[3]) : 0;
      pixels[at + 3] = Math.round((sum[3] / (SAMPLES * SAMPLES)) * 255);
    }
  }
  return pixels;
}

const table = Array.from({ length: 256 }, (_entry, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function png(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const lines = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    pixels.copy(lines, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4);
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

mkdirSync(folder, { recursive: true });
for (const size of [16, 32, 64, 80, 128]) {
  writeFileSync(`${folder}icon-${size}.png`, png(size, paint(size, size < 32 ? small : full)));
}
for (const size of [16, 32, 80]) {
  writeFileSync(`${folder}check-${size}.png`, png(size, paint(size, check(size < 32 ? 16 : 13))));
}
for (const size of [16, 32, 80]) {
  writeFileSync(`${folder}attest-${size}.png`, png(size, paint(size, attest(size < 32 ? 6 : 5))));
  writeFileSync(`${folder}freeze-${size}.png`, png(size, paint(size, freeze(size < 32 ? 9 : 6, size >= 32))));
}
