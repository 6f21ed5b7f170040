/* Vite puts its own BASE_URL ("/") into the environment. */
process.env.BASE_URL = "http://localhost:3000";
