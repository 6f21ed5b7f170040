/** Given and family names by region; 120 different people come of them. */
export const NAMES: Record<string, { given: readonly string[]; family: readonly string[] }> = {
  "north-america": {
    given:
      "Amelia,Marcus,Priya,Jordan,Elena,Tyler,Naomi,Caleb,Sofia,Devon,Hannah,Isaac,Maya,Wesley,Grace,Omar,Lily,Andre,Claire,Victor".split(
        ",",
      ),
    family:
      "Whitaker,Okafor,Ramirez,Chen,Bennett,Kowalski,Haddad,Fraser,Nguyen,Brooks,Tremblay,Sandoval,Keller,Abrams,Lindqvist,Pruitt".split(
        ",",
      ),
  },
  emea: {
    given:
      "Ingrid,Matteo,Aisling,Yusuf,Freja,Lukas,Chiara,Tomasz,Nadia,Emre,Élise,Pieter,Zofia,Hamza,Katarina,Owen,Leila,Sander,Marta,Declan".split(
        ",",
      ),
    family:
      "Lindholm,Ferrari,Brennan,Demir,Sørensen,Vogel,Novák,Rossi,Haddou,Jansen,Kaya,Dubois,Kowalczyk,Murphy,Schreiber,Santos".split(
        ",",
      ),
  },
  "asia-pacific": {
    given:
      "Haruka,Arjun,Mei,Liam,Anjali,Kenji,Siti,Wei,Ananya,Daniel,Yuna,Ravi,Xin,Olivia,Min-jun,Nadine,Takumi,Putri,Rohan,Charlotte".split(
        ",",
      ),
    family:
      "Tanaka,Sharma,Lim,O'Connor,Iyer,Kobayashi,Rahman,Zhang,Reddy,Walsh,Park,Menon,Huang,Mitchell,Choi,Wijaya".split(
        ",",
      ),
  },
  "latin-america": {
    given:
      "Camila,Mateo,Valentina,Joaquim,Lucía,Thiago,Renata,Diego,Isabela,Andrés,Paula,Rafael,Gabriela,Emilio,Fernanda,Bruno,Julieta,Tomás,Mariana,Caio".split(
        ",",
      ),
    family:
      "Álvarez,Ferreira,Quintero,Souza,Morales,Almeida,Rojas,Cardoso,Herrera,Vargas,Lima,Castillo,Peña,Barros,Fuentes,Ortega".split(
        ",",
      ),
  },
};
