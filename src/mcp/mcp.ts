/** The public file of the room: tools served by the Model Context Protocol. It is loaded when it is used. */
export { answerOverHttp, type OverHttp } from './over-http.ts';
export { serveOverStdio } from './over-stdio.ts';
export type { ServedTools } from './tool-server.ts';
