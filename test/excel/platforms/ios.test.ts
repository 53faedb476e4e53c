/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$iOS$16.00$it-IT$telemetry$$$3"}
 */
import { onEveryBuild } from './scenario';

onEveryBuild('iOS');
