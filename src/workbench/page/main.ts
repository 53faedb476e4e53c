import { Bench } from './bench';
import './workbench.css';

const bench = new Bench();
window.pegWorkbench = bench;
void bench.start();
