// Gives pictures out over HTTP: to the room, and to the readers of LINE.
import { type Pictures, picturePath } from "../../ports/pictures.ts";
import type { HttpRoute } from "../../ports/platform.ts";

const pathPattern = /^\/pictures\/([\da-f]{64})\.png$/;

/** `GET /pictures/ID.png`. An id is the picture's own digest, so whoever knows it has been shown the picture. */
export function pictureRoute(pictures: Pick<Pictures, "find">): HttpRoute {
  return {
    method: "GET",
    path: picturePath(":id").replace(".png", ""),
    handle: async (request) => {
      const id = pathPattern.exec(new URL(request.url).pathname)?.[1];
      const picture = id === undefined ? null : await pictures.find(id);
      if (picture === null) return new Response("Not found\n", { status: 404 });
      return new Response(picture.png, { headers });
    },
  };
}

const headers = {
  "content-type": "image/png",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'",
  "cache-control": "public, max-age=604800, immutable",
};
