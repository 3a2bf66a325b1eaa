import { startApp } from './app.js';

const name = document.documentElement.dataset.sim;
const { default: crm } = await import(`./${name}/index.js`);
await startApp(crm);
