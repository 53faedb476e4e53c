/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$en-US$telemetry$$$3"}
 */
import { tryExamples } from '../support/manual-examples';

tryExamples('manual.md', 'en-US');
