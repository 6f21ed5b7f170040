/* GETs as fast as they are answered, in a process of its own so that the server has its core to itself. */
import autocannon from "autocannon";

process.on("message", async ({ url, headers, connections, seconds }) => {
  const times = [];
  const load = autocannon(
    { url, headers, connections, duration: seconds, sampleInt: 100 },
    (error, result) => {
      if (error) throw error;
      const { errors, timeouts, non2xx } = result;
      process.send({ times, seconds: result.duration, failed: errors + timeouts + non2xx });
    },
  );
  load.on("response", (client, status, bytes, milliseconds) => times.push(milliseconds));
});
