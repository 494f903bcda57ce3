// A room as the documentation of socket.io writes one: keep the card in memory, emit it to all, then acknowledge.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const port = Number(process.argv[2]);
const cards = [];
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });

io.on('connection', (socket) => {
  socket.join('room');
  socket.on('join', (reply) => reply(cards));
  socket.on('card', (card, reply) => {
    cards.push(card);
    io.to('room').emit('card', card);
    reply(cards.length);
  });
});

http.listen(port, '127.0.0.1', () => console.log('ready'));
