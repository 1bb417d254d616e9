// SPDX-License-Identifier: EUPL-1.2
import type { Dice } from '../dice.ts';

// All names are invented: common given names beside common family names, put together by dice.
const women =
  'Anna Andrea Anja Anke Annika Astrid Aylin Ayşe Barbara Beate Birgit Bożena Britta Carla Christine Claudia Cornelia Dilara Doris Elif Elke Emine Eva Fatma Franziska Frauke Friederike Gabriele Gisela Gül Hanna Hatice Heike Helga Ilona Ines Ioana Iryna İpek Jana Jelena Johanna Judith Julia Karin Katharina Kerstin Kirsten Leyla Lena Linh Luísa Małgorzata Manuela Maren Margarete Maria Marion Martina Meike Miriam Monika Nadine Nesrin Nicole Nina Oksana Özlem Petra Ramona Rebecca Renate Ruth Sabine Sandra Sevgi Silke Simone Sofia Sonja Stefanie Susanne Svenja Tanja Theresa Ulrike Ursula Verena Yasemin Zeynep Zofia Živa'.split(
    ' ',
  );
const men =
  'Ahmet Alexander Andreas Arne Axel Bartosz Benedikt Bernd Burak Carsten Christian Cem Daniel David Dennis Dieter Dirk Emre Enno Erik Fabian Felix Florian Frank Gerd Giovanni Goran Hakan Hans-Jürgen Hartmut Heiko Heinz Hendrik Holger Ingo İbrahim Jan Jens Jochen Johannes Jonas Jörg Jürgen Kai Karl Karsten Kerem Klaus Konstantin Lars Levent Lukas Łukasz Manfred Marcel Mario Markus Martin Matthias Mehmet Michael Miloš Minh Murat Nils Norbert Oğuz Oleksandr Olaf Oliver Onur Patrick Paul Peter Philipp Ralf Reinhard Robert Rolf Rüdiger Şahin Sebastian Serkan Simon Stefan Steffen Sven Thomas Thorsten Tim Tobias Torben Udo Ulf Ulrich Uwe Volker Walter Werner Wilhelm Wojciech Yusuf'.split(
    ' ',
  );
const families =
  'Acker Ahlers Albers Arens Arslan Aydın Bach Baumann Becker Behrens Berger Bertram Beyer Biermann Blume Böhm Böttcher Brandt Brinkmann Bruns Budde Busch Çelik Christiansen Claus Dahl Demirci Dieckmann Dietz Doğan Dreyer Ebeling Eckert Ehlers Engel Engelhardt Erdoğdu Ewers Fiedler Fink Frey Freitag Fuchs Gärtner Geisler Gerdes Giese Göbel Góralski Graf Große Gül Günther Haas Hahn Hansmann Harms Hartwig Heinrich Hellwig Hesse Hinrichs Holtkamp Hoppe Horváth Hübner Huismann Ivanković Jahn Jansen Jäger Jošić Jung Kaiser Kamp Kaplan Karaca Kaya Keller Kessler Kılıç Kirchner Klein Klostermann Knoll Koçak Köhler König Konrad Kovačević Kowalczyk Kramer Kranz Krause Krüger Kühn Lange Lehmann Lindner Löffler Lorenz Ludwig Lütke Marquardt Marx Maurer Meier Menke Mertens Meyer Möller Mrozek Müller Mutlu Nagel Neumann Nguyễn Niehaus Nikolić Nowak Ostermann Otto Öztürk Özdemir Pape Paulsen Peters Pfeiffer Piątek Pohl Popović Prinz Quast Rademacher Reimann Reuter Richter Riedel Ritter Rohde Rösler Roth Rüther Şahin Sander Sauer Schade Schäfer Scheffler Schlüter Schmitz Schneider Schön Schröder Schulte Schumann Schwarz Seidel Şimşek Sommerfeld Specht Stahl Stein Steinbrink Stolte Tekin Thiele Thomsen Țurcanu Uhlig Ünal Urban Vogel Voß Wagner Walter Weber Wegener Weiß Wendt Werner Westphal Wiese Wilke Winkler Winter Wittig Wójcik Wolf Wulf Yavuz Yılmaz Zander Zeller Ziegler Zimmer'.split(
    ' ',
  );

/** Streets of the town. */
export const streets =
  'Ahornweg|Alte Gasse|Am Anger|Am Bahndamm|Am Brückenkopf|Am Stadtgraben|Am Waldrand|An der Schleuse|Auf der Breite|Bachstraße|Bahnhofstraße|Bergstraße|Birkenweg|Bleichstraße|Brückenstraße|Buchenallee|Burgstraße|Domänenweg|Eichendorffstraße|Färbergasse|Feldstraße|Fischmarkt|Försterweg|Friedhofstraße|Gartenstraße|Gerberstraße|Goethestraße|Grabenstraße|Hafenstraße|Hauptstraße|Heideweg|Heinrich-Heine-Straße|Im Winkel|Industriestraße|Kanalstraße|Kastanienallee|Kirchplatz|Klosterstraße|Königstraße|Lindenstraße|Lönsweg|Marktplatz|Mittelstraße|Mühlenweg|Münsterstraße|Neue Straße|Nordring|Parkstraße|Pfarrgasse|Poststraße|Ringstraße|Rosenstraße|Schillerstraße|Schleusenweg|Schulstraße|Schützenstraße|Südring|Talstraße|Uferpromenade|Uferstraße|Wallstraße|Weberstraße|Wiesengrund|Zum Forsthaus'.split(
    '|',
  );

/** A person's name. */
export interface PersonName {
  readonly title: string;
  readonly given: string;
  readonly family: string;
  readonly woman: boolean;
}

/** Somebody. */
export function drawName(dice: Dice): PersonName {
  const woman = dice.chance(0.52);
  return { title: dice.chance(0.02) ? 'Dr.' : '', given: dice.pick(woman ? women : men), family: dice.pick(families), woman };
}

/** `Dr. Anna Yılmaz` */
export function fullName({ title, given, family }: PersonName): string {
  return [title, given, family].filter((part) => part !== '').join(' ');
}

/** `Frau Dr. Yılmaz` */
export function politeName({ title, family, woman }: PersonName): string {
  return [woman ? 'Frau' : 'Herr', title, family].filter((part) => part !== '').join(' ');
}

const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i', ł: 'l', đ: 'd' };

/** Letters as mail addresses have them. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[äöüßıłđ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[^a-z-]/g, '');
}

/** A house in the town. */
export function drawAddress(dice: Dice): string {
  return `${dice.pick(streets)} ${dice.int(1, 96)}${dice.chance(0.12) ? dice.pick(['a', 'b', 'c']) : ''}`;
}
