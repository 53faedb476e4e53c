import { Bench } from './bench';
import './fonts.css';
import './workbench.css';

const bench = new Bench();
window.pegWorkbench = bench;
void bench.start();
