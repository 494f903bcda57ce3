// Hocuspocus with its SQLite extension, as its documentation starts it. A line of JSON on the standard input writes cards into a
// document and edits them in turn, each in a transaction of its own; it is answered once the store holds them.
import { createInterface } from 'node:readline';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const [port, folder] = process.argv.slice(2);
const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: `${folder}/hocuspocus.db` })],
});
await server.listen();
console.log('ready');

createInterface({ input: process.stdin }).on('line', async (line) => {
  const { document, cards, edits } = JSON.parse(line);
  const connection = await server.hocuspocus.openDirectConnection(document);
  for (let i = 0; i < cards.length + edits; i++) {
    const card = cards[i % cards.length];
    const text = i < cards.length ? card.text : `${card.text.slice(0, 11)} ${cards[(i * 7) % cards.length].text.slice(12)}`;
    await connection.transact((doc) => doc.getMap('cards').set(card.id, { ...card, text }));
  }
  await connection.disconnect();
  console.log('written');
});
