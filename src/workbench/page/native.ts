/**
 * The one script before office.js in the served pane: gives the page the native side of Excel, which lives in the
 * page around it. Bundled on its own; nothing else of the workbench is in the pane.
 */
(window.parent as Window & typeof globalThis).pegWorkbench.attach(window);
