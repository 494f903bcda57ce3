// Rooms as the documentation of socket.io writes them: keep the card in memory, emit it to all, then acknowledge.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const port = Number(process.argv[2]);
const rooms = new Map();
const http = createServer((_, response) => response.end());
const io = new Server(http, { transports: ['websocket'], serveClient: false });

io.on('connection', (socket) => {
  let room;
  socket.on('join', (name, reply) => {
    room = name;
    if (!rooms.has(room)) rooms.set(room, []);
    socket.join(room);
    reply(rooms.get(room));
  });
  socket.on('card', (card, reply) => {
    const cards = rooms.get(room);
    cards.push(card);
    io.to(room).emit('card', card);
    reply(cards.length);
  });
});

http.listen(port, '127.0.0.1', () => console.log('ready'));
