declare const __VERSION__: string | undefined;

/** Version of the product, put in by the build. */
export const VERSION = typeof __VERSION__ === 'undefined' ? '0.0.0' : __VERSION__;
