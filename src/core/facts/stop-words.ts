import { stem } from "../words.ts";

// Words that say nothing about which fact is meant.
const STOP = new Set(
	"a an and any are as at be been but by can could did do does doing for from get gets getting go got had has have he her him his how i if im in is it its just let like me my need now of off on or our out pls please really should so some still than that the their them then there these they thing things this those to too up us use via was we were what whats when where which who whom why will with would you your yours am about also because into many much must one only same say says she such tell very want wants didnt dont doesnt isnt cant wont wasnt havent hasnt h1b h-1b h1 visa visas rn thx hi hello hey everyone long post sorry".split(
		" ",
	),
);

// The same of Spanish, romanised Hindi and Telugu, and in their own scripts.
const STOP_ELSEWHERE = new Set(
	"el la los las un una unos de del que qué y o en por para con se me mi mis su sus es son está esta hay ya si sí al lo como cómo le nos puedo puede tengo tiene hoy kya hai hain ka ki ke ko se mein me par pe ho hota hoti hua hue hui hoga hogi tha the thi gaya gayi diya kiya karna karne kar sakte sakta sakti liye wala wali wale bhi abhi ab aur ya to na ne ek do koi kisi mera mere meri hum main mujhe yeh ye woh wo raha rahe rahi milega milta chahiye padta padega dena lena kaise kaun kab kitna kitne kitni lo ki ni naa na nenu idi adi enti ela emi em undi unda unte ante kuda aithe cheyali cheyachu cheyocha avtunda avutunda antunnaru kavala vastunda chesthe tarvata क्या है हैं का की के को से में पर हो होता होती हुआ गया गई था थी थे और या तो ने एक किस कब कितना कितने कितनी मेरा मेरे मेरी मैं मुझे यह वह रहा रहे रही लिए वाला वाली वाले भी अभी अब మరియు ఉంది ఉందా నేను నా ఏమి ఎలా ఎంత ఎప్పుడు కూడా ఈ అది లో కి".split(
		" ",
	),
);

/** A word as it is looked up, stemmed; null: it says nothing about which fact is meant. */
export const lookedUp = (term: string): string | null => {
	const word = term.toLowerCase();
	return STOP.has(word) || STOP_ELSEWHERE.has(word) ? null : stem(word);
};
